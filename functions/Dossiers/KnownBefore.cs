using System.Text.Json;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What a result that holds says as data, read out of the signed file.</summary>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="On">Its date.</param>
/// <param name="Form">The form it was made from, with its version.</param>
/// <param name="Answers">Those it prints, and no others.</param>
public sealed record ResultFacts(DossierCode Dossier, string Number, DateOnly On, string Agency, string Form, string Version, JsonElement Answers);

/// <summary>
/// Reads the facts of a dossier's own result. Null while there is none, for one that was denied, revoked or made elsewhere, and for one that no form was
/// filled in for.
/// </summary>
public delegate Task<ResultFacts?> IssuedFacts(Dossier dossier, CancellationToken ct);

/// <summary>
/// Reads the facts of a result somebody holds as a file. Null for any file whose signatures do not hold, that this system has not issued, or that holds no
/// longer.
/// </summary>
public delegate Task<ResultFacts?> PresentedFacts(byte[] pdf, CancellationToken ct);

/// <summary>From which dossiers results of the caller's own came, newest first; at most so many.</summary>
public delegate Task<IReadOnlyList<DossierCode>> OwnResults(Caller caller, int most, CancellationToken ct);

/// <summary>
/// Khai thác dữ liệu của chính mình: asks the population register for the caller's own record, once the consent is written down. Empty where it holds none or
/// the procedure has no business with it; a refusal while it is out of reach.
/// </summary>
public delegate Task<Result<DatabaseRecord[]>> OwnRecord(Caller caller, string procedure, CancellationToken ct);

public static class KnownRefusals
{
    public static readonly RefusalCode RegisterAway = new(
        RefusalKind.Unavailable, "register-away", "Cơ sở dữ liệu chưa trả lời. Hãy khai tiếp và thử lại sau; hồ sơ không vì thế mà bị từ chối.",
        "The register did not answer. Go on filling in and try again later; nothing is refused because of it.");

    public static readonly RefusalCode ResultUnusable = new(
        RefusalKind.Unprocessable, "result-not-usable",
        "Không dùng được tệp này: chữ ký số không còn nguyên vẹn, không phải kết quả do hệ thống này cấp, hoặc kết quả đã bị thu hồi, thay thế.",
        "This file cannot be used: its signatures do not hold, it is no result of this system, or the result was revoked or replaced.");
}
