using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Signing.Status;

namespace PublicAdmin.Signing.Certificates;

/// <summary>A key version with the certificate issued for it: somebody who can sign.</summary>
/// <param name="Chain">The key's certificate (chứng thư số) first, the root last.</param>
public sealed record SigningIdentity(SigningKey Key, IReadOnlyList<X509Certificate2> Chain)
{
    public X509Certificate2 Certificate => Chain[0];

    /// <summary>The person or agency, as the certificate names it.</summary>
    public string Name { get; } = Chain[0].GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <summary>Why the chain does not lead to its root; null when it does. Found once, for a chain does not change.</summary>
    public string? TrustProblem { get; } = CertificateCheck.TrustProblem(Chain, Chain.Max(certificate => certificate.NotBefore));

    /// <summary>What the authorities said when this identity was checked before signing.</summary>
    public IReadOnlyList<StatusProof> Proofs { get; init; } = [];

    /// <summary>An authority did not answer, and the settings let the key sign all the same.</summary>
    public bool StatusUnchecked { get; init; }

    /// <summary>The SHA-256 of the picture registered for today, in hexadecimal; null when none is.</summary>
    public string? Picture { get; init; }

    internal X509Certificate2 IssuerOf(X509Certificate2 certificate) =>
        Chain.FirstOrDefault(other => other.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)) ?? certificate;
}

/// <summary>Names of keys in the vault: letters, digits and hyphens.</summary>
public static class SigningKeyNames
{
    /// <param name="staff">The leader's id in the staff directory.</param>
    public static string OfPerson(string staff) => "person-" + Safe(staff);

    /// <param name="office">The agency's code, such as <c>H18.61</c>.</param>
    public static string OfSeal(string office) => "seal-" + Safe(office);

    /// <summary>The seal of the center at a commune's office, which is not the committee's.</summary>
    /// <param name="office">The code both share.</param>
    public static string OfCenter(string office) => "center-" + Safe(office);

    /// <summary>Whether a vault could have a key of this name.</summary>
    public static bool IsValid(string name) => name.Length is > 0 and <= 127 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static string Safe(string id) => string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));
}
