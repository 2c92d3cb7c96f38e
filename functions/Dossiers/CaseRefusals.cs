using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What stands against an act on a linked case.</summary>
public static class CaseRefusals
{
    public static readonly RefusalCode ActOnParts = new(
        RefusalKind.Conflict, "linked-case-act-on-parts", "Hồ sơ {0} là hồ sơ liên thông: hãy thực hiện trên từng phần ({1}).",
        "Dossier {0} is a linked case: act on its parts ({1}).");

    public static readonly RefusalCode NoParts = new(
        RefusalKind.Conflict, "dossier-without-parts", "Hồ sơ {0} không phải là hồ sơ liên thông.", "Dossier {0} is no linked case.");

    public static readonly RefusalCode PartUnknown = new(
        RefusalKind.Unprocessable, "part-unknown", "Hồ sơ liên thông không có phần «{0}».", "The linked case has no part '{0}'.");

    public static readonly RefusalCode PartIsOurs = new(
        RefusalKind.Conflict, "part-is-ours", "Phần «{0}» do cơ quan dùng hệ thống này giải quyết; trạng thái theo hồ sơ {1}.",
        "The part '{0}' is processed in this system; its state is that of dossier {1}.");

    public static readonly RefusalCode PartWaits = new(
        RefusalKind.Conflict, "part-waits", "Phần «{0}» chỉ chuyển đi khi phần «{1}» đã có kết quả.", "The part '{0}' is forwarded once '{1}' has its result.");

    public static readonly RefusalCode PartOver = new(
        RefusalKind.Conflict, "part-over", "Phần «{0}» đã kết thúc: {1}.", "The part '{0}' is over: {1}.");

    public static readonly RefusalCode PartDone = new(
        RefusalKind.Conflict, "part-done", "Phần «{0}» đã có kết quả nên không quay lại bước trước.", "The part '{0}' has its result and does not go back.");

    public static readonly RefusalCode ForwardedBefore = new(
        RefusalKind.Conflict, "part-forwarded-before", "Dữ liệu của phần «{0}» đã được ghi nhận là đã chuyển.", "The data of '{0}' was forwarded before.");

    public static readonly RefusalCode ReportOlder = new(
        RefusalKind.Conflict, "part-report-older", "Thời điểm này sớm hơn lần ghi nhận trước của phần «{0}».",
        "This moment is before what was last recorded of the part '{0}'.");

    public static readonly RefusalCode ReportAhead = new(
        RefusalKind.Unprocessable, "part-report-ahead", "Thời điểm ghi nhận không thể ở tương lai.", "What is reported cannot lie in the future.");

    public static readonly RefusalCode CodeMissing = new(
        RefusalKind.Unprocessable, "part-code-missing", "Hãy ghi mã hồ sơ do {0} cấp.", "Give the code under which {0} has it.");

    public static readonly RefusalCode PromiseMissing = new(
        RefusalKind.Unprocessable, "part-promise-missing", "Hãy ghi ngày hẹn trả của {0}.", "Give the date {0} has promised.");

    public static readonly RefusalCode ResultMissing = new(
        RefusalKind.Unprocessable, "part-result-missing", "Hãy ghi số và ngày của kết quả phần «{0}».", "Give number and day of the result of '{0}'.");

    public static readonly RefusalCode ReasonMissing = new(
        RefusalKind.Unprocessable, "part-reason-missing", "Hãy ghi lý do do cơ quan giải quyết nêu.", "Give the reason the agency states.");

    /// <summary>The refusal of an act that does not fit what a dossier is: a case, or none.</summary>
    internal static Refusal? CaseRefusal(this Dossier dossier, Act act) => (act, dossier.IsCase()) switch
    {
        (Act.ReportPart, false) => NoParts.With(dossier.Code),
        (Act.ReportPart or Act.RenewSecret or Act.NoteCorrection, _) or (_, false) => null,
        _ => ActOnParts.With(dossier.Code, string.Join(", ", dossier.Parts().Select(part => part.Code).OfType<string>()))
            .Knowing("parts", dossier.Parts().Select(part => part.Code).OfType<string>()),
    };
}
