using PublicAdmin.Platform;

namespace PublicAdmin.Submission.Drafts;

public static class DraftRefusals
{
    public static readonly RefusalCode NotFound = new(
        RefusalKind.NotFound, "draft-unknown", "Không có bản nháp này, hoặc đã quá 30 ngày.", "There is no such draft, or it is older than 30 days.");

    public static readonly RefusalCode IdInvalid = new(
        RefusalKind.Invalid, "draft-id-invalid", "Mã bản nháp gồm 1 đến 64 chữ cái không dấu, chữ số, gạch nối hoặc gạch dưới.",
        "A draft's id has 1 to 64 letters, digits, hyphens or underscores.");

    public static readonly RefusalCode NotAnObject = new(
        RefusalKind.Invalid, "draft-not-an-object", "form phải là một đối tượng JSON.", "form must be a JSON object.");

    public static readonly RefusalCode TooLarge = new(
        RefusalKind.TooLarge, "draft-too-large", "Bản nháp tối đa 60 KB. Tệp đính kèm hãy gửi bằng POST uploads.",
        "A draft has at most 60 KB. Send files with POST uploads.");

    public static readonly RefusalCode TooMany = new(
        RefusalKind.TooMany, "drafts-too-many", "Tối đa {0} bản nháp. Hãy nộp hoặc xóa bớt.", "At most {0} drafts. File or delete some.");

    public static readonly RefusalCode Changed = new(
        RefusalKind.Changed, "draft-changed",
        "Bản nháp đã được lưu từ thiết bị khác lúc khác (phiên bản {0}). Hãy tải lại rồi sửa tiếp.",
        "The draft was saved from another device meanwhile (version {0}). Load it again and go on from there.");
}
