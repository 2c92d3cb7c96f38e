using PublicAdmin.Platform;

namespace PublicAdmin.Archive;

/// <summary>What stands against handing a dossier over to the archive.</summary>
public static class ArchiveRefusals
{
    public static readonly RefusalCode StillOpen = new(
        RefusalKind.Conflict, "archive-still-open", "Hồ sơ {0} chưa kết thúc nên chưa giao nộp lưu trữ.",
        "Dossier {0} has not ended: it is not for the archive yet.");

    public static readonly RefusalCode OnlyParts = new(
        RefusalKind.Conflict, "archive-only-parts", "Hồ sơ liên thông {0} được giao nộp theo từng hồ sơ con.",
        "The linked case {0} goes to the archive by its parts.");

    public static readonly RefusalCode NotYourAgency = new(
        RefusalKind.Forbidden, "archive-not-your-agency", "Việc này thuộc văn thư, lưu trữ của cơ quan {0}.",
        "This is for the registrar of agency {0}.");

    public static readonly RefusalCode NotSealedYet = new(
        RefusalKind.Conflict, "archive-not-sealed-yet",
        "Nhật ký của hồ sơ {0} chưa được niêm phong; hãy lập gói sau lần niêm phong trong đêm.",
        "The history of dossier {0} is not sealed yet; make the package after the night's seal.");

    public static readonly RefusalCode HistoryDiffers = new(
        RefusalKind.Conflict, "archive-history-differs",
        "Nhật ký của hồ sơ {0} không khớp niêm phong ngày {1}; hãy báo thanh tra, kiểm toán.",
        "The history of dossier {0} is not what was sealed on {1}; tell the auditors.");

    public static readonly RefusalCode PaperMissing = new(
        RefusalKind.Conflict, "archive-paper-missing", "Không đưa được giấy tờ «{0}» vào gói: {1}", "The paper '{0}' cannot be packed: {1}");

    public static readonly RefusalCode WrongStep = new(
        RefusalKind.Conflict, "archive-wrong-step", "Không thể thực hiện khi việc giao nộp của hồ sơ {0} đang ở bước «{1}».",
        "This cannot be done while the hand-over of dossier {0} is at '{1}'.");

    public static readonly RefusalCode OtherPackage = new(
        RefusalKind.Conflict, "archive-other-package", "Mã SHA-256 không phải của gói đã giao ({0}).",
        "The SHA-256 is not that of the package offered ({0}).");

    public static readonly RefusalCode SetReceived = new(
        RefusalKind.Conflict, "archive-set-received", "Bộ {0} đã có biên nhận {1}; hai bộ cần hai biên nhận khác nhau.",
        "Set {0} already has receipt {1}; two sets need two receipts.");

    public static readonly RefusalCode NoPackage = new(
        RefusalKind.NotFound, "archive-no-package", "Hồ sơ {0} chưa có gói giao nộp.", "Dossier {0} has no package.");

    public static readonly RefusalCode HeldTooOften = new(
        RefusalKind.Conflict, "archive-held-too-often", "Hồ sơ {0} đã được ghi giữ lại quá nhiều lần.", "Dossier {0} was held too often.");

    public static readonly RefusalCode BeingErased = new(
        RefusalKind.Conflict, "archive-being-erased", "Hồ sơ {0} đã có quyết định hủy và đang được hủy.",
        "It was decided to erase dossier {0}, and it is being erased.");

    public static readonly RefusalCode NotHeld = new(
        RefusalKind.Conflict, "archive-not-held", "Hồ sơ {0} không bị giữ lại.", "Dossier {0} is not held.");
}
