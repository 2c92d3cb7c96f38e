using PublicAdmin.Documents.Uploads;
using PublicAdmin.Platform;

namespace PublicAdmin.Documents.Pairing;

/// <summary>For ten minutes one telephone is the scanner of one clerk for one applicant.</summary>
/// <param name="Id">Says nothing about anybody.</param>
/// <param name="Source">The clerk and the desk: what comes by telephone is what they scanned.</param>
/// <param name="Owner">Whose papers they are.</param>
/// <param name="Secret">Hash of what the QR code holds; good for one telephone.</param>
/// <param name="Token">Hash of what that telephone shows with each page; null until one came.</param>
public sealed record PhonePairing(
    string Id, UploadSource Source, PaperOwner Owner, DateTimeOffset Until, string Secret, string? Token = null, string? Tag = null)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
}

/// <summary>What a clerk says to begin.</summary>
/// <param name="OnBehalfOf">The personal number (12 digits) or enterprise code of whoever the papers belong to.</param>
/// <param name="Office">For a clerk at several desks: which one.</param>
public sealed record PairingForm(string OnBehalfOf, string? Office = null);

/// <summary>A pairing that has begun.</summary>
/// <param name="Address">What the QR code holds: the page for the telephone, with the secret in the fragment, which a browser sends nowhere.</param>
/// <param name="QrImage">An SVG picture of it.</param>
public sealed record BegunPairing(string Id, string Address, string QrImage, DateTimeOffset Until);

/// <param name="Secret">From the QR code.</param>
public sealed record PairingClaim(string Secret);

/// <param name="Token">Sent with each page in the header Pairing-Token; told once.</param>
public sealed record ClaimedPairing(string Token, DateTimeOffset Until);

/// <summary>What the clerk's page sees of it.</summary>
/// <param name="IsPaired">A telephone has come.</param>
/// <param name="Pages">In the order in which they came; their check goes on as for any upload.</param>
public sealed record PairingView(string Id, bool IsPaired, DateTimeOffset Until, IReadOnlyList<UploadView> Pages);

/// <param name="Count">How many pages the office has of this telephone.</param>
public sealed record ReceivedPage(int Count);

public static class PairingRefusals
{
    public static readonly RefusalCode Over = new(
        RefusalKind.NotFound, "pairing-over",
        "Mã ghép điện thoại đã dùng hoặc đã hết 10 phút. Hãy nhờ cán bộ tạo mã mới.",
        "This code was used, or its ten minutes are over. Ask the clerk for a new one.");

    public static readonly RefusalCode NotAPicture = new(
        RefusalKind.Unprocessable, "page-not-a-picture", "Chỉ nhận ảnh JPEG hoặc PNG của trang giấy.", "Only JPEG or PNG pictures of pages are taken.");

    public static readonly RefusalCode TooManyPages = new(
        RefusalKind.TooMany, "too-many-pages", "Một lần ghép nhận tối đa {0} trang. Hãy nhờ cán bộ tạo mã mới.",
        "One pairing takes {0} pages. Ask the clerk for a new code.");
}
