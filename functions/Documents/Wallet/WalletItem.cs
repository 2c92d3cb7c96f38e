using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Documents.Wallet;

/// <summary>How a paper came into the wallet.</summary>
public enum WalletOrigin
{
    /// <summary>Handed in with a dossier that an office accepted.</summary>
    Paper,

    /// <summary>The result of a dossier, from its return on.</summary>
    Result,
}

/// <summary>For which dossier a wallet item was used again, and its owner's agreement to that with the evidence of it.</summary>
public sealed record WalletUse(DossierCode Dossier, Consent? Consent);

/// <summary>
/// One paper of a person's store (kho dữ liệu điện tử, Decree 45/2020, Article 16; Circular 01/2023/TT-VPCP): it is reused by
/// reference, so nobody hands in the same paper twice.
/// </summary>
/// <param name="Id">Paper type and 22 characters nobody can guess, e.g. <c>giay-chung-sinh.q3X…</c>.</param>
/// <param name="Type">The component it fulfilled, or <c>result-</c> and the procedure's code.</param>
/// <param name="From">The dossier it came with or came out of.</param>
/// <param name="Upload">The bytes, for a paper; a result's bytes are the dossier's result.</param>
/// <param name="Number">Số, ký hiệu; null when unknown, as on most scans.</param>
/// <param name="Issuer">Code of the issuing office; null when unknown.</param>
/// <param name="ExpiresOn">Last day on which it may be used; null for no end.</param>
/// <param name="Scope">Where it holds; null for everywhere.</param>
/// <param name="Uses">How often it was used again.</param>
/// <param name="WithdrawnOn">The day on which the result was revoked or replaced; null while it holds.</param>
public sealed record WalletItem(
    string Id,
    string Type,
    string Name,
    WalletOrigin Origin,
    DossierCode From,
    DateTimeOffset KeptAt,
    UploadId? Upload = null,
    string? Number = null,
    string? Issuer = null,
    DateOnly? IssuedOn = null,
    DateOnly? ExpiresOn = null,
    string? Scope = null,
    int Uses = 0,
    WalletUse? LastUse = null,
    DateOnly? WithdrawnOn = null)
{
    /// <summary>Whether a text somebody sent can be an item's id at all.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 100 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>Papers are made from the bytes somebody sent, results from their dossier.</summary>
    public bool IsMadeFromTheSameAs(WalletItem other) => Upload is null ? other.Upload is null && From == other.From : Upload == other.Upload;

    public bool HoldsOn(DateOnly day) => !(ExpiresOn < day) && WithdrawnOn is null;
}
