using System.Globalization;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>For whom a tracking secret was issued anew.</summary>
public enum SecretHolder { Applicant, Proxy, Representative }

/// <summary>By what the desk identified a person (Decree 118/2025 as amended by 309/2026, Article 17).</summary>
public enum IdentityProof
{
    /// <summary>Thẻ căn cước, read or seen at the desk.</summary>
    IdentityCard,

    /// <summary>Căn cước điện tử trên VNeID.</summary>
    VNeId,

    /// <summary>Hộ chiếu hoặc giấy tờ khác có ảnh do cơ quan nhà nước cấp.</summary>
    Passport,
}

/// <summary>
/// Mã tra cứu, the second factor on the receipt: with code and secret anybody may track a dossier. Made from the code under the office's key,
/// so it is stored nowhere and can be printed again; issued anew it is another, and the one before is worth nothing.
/// </summary>
public sealed class TrackingSecrets(KeyedHashes hashes)
{
    /// <param name="code">The dossier.</param>
    /// <param name="issue">How many times it was issued anew.</param>
    public string Of(DossierCode code, int issue) => HandCopiedSecret.Of(hashes, "tracking", NameOf(code, issue));

    /// <summary>The secret that opens the dossier today.</summary>
    public string Of(Dossier dossier) => Of(dossier.Code, dossier.SecretIssue);

    public bool Fits(DossierCode code, int issue, string secret) => HandCopiedSecret.Fits(Of(code, issue), secret);

    private static string NameOf(DossierCode code, int issue) => issue == 0 ? code.ToString() : string.Create(CultureInfo.InvariantCulture, $"{code}\n{issue}");
}
