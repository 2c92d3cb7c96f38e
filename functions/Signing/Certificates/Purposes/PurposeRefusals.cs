using PublicAdmin.Platform;

namespace PublicAdmin.Signing.Certificates.Purposes;

/// <summary>What can be wrong with an entry about the purposes of certificates.</summary>
public static class PurposeRefusals
{
    public static readonly RefusalCode NotInFuture = new(
        RefusalKind.Unprocessable, "purposes-not-in-future",
        "Quy định mục đích chứng thư số phải có hiệu lực từ ngày mai trở đi.",
        "A rule on the purposes of certificates takes effect tomorrow or later.");

    public static readonly RefusalCode Changed = new(
        RefusalKind.Changed, "purposes-changed",
        "Quy định có hiệu lực từ ngày này đã có hoặc vừa được người khác sửa. Hãy đọc lại và gửi kèm If-Match với ETag mới.",
        "A rule from this day exists already or was changed by somebody else. Read it again and send If-Match with the new ETag.");

    public static readonly RefusalCode AddressMismatch = new(
        RefusalKind.Invalid, "purposes-address-mismatch", "Nội dung phải trùng với địa chỉ yêu cầu: root, validFrom.",
        "The body must say what the address says: root, validFrom.");

    public static readonly RefusalCode VersionUnknown = new(
        RefusalKind.NotFound, "purposes-unknown", "Không có quy định nào được nhập cho chứng thư gốc này có hiệu lực từ ngày này.",
        "No rule was entered for this root from this day.");

    public static readonly RefusalCode RootUnknown = new(
        RefusalKind.Unprocessable, "purposes-root-unknown",
        "Chứng thư gốc này chưa được tin cậy. Hãy nhập chứng thư gốc trước, hoặc dùng * cho mọi chứng thư gốc.",
        "This root is not trusted yet. Import it first, or use * for all roots.");

    public static readonly RefusalCode IdentifierUnfit = new(
        RefusalKind.Invalid, "purposes-identifier-unfit", "«{0}» không phải là định danh đối tượng (OID), ví dụ 1.3.6.1.5.5.7.3.36.",
        "'{0}' is no object identifier such as 1.3.6.1.5.5.7.3.36.");

    public static readonly RefusalCode TooMany = new(
        RefusalKind.Invalid, "purposes-too-many", "Mỗi danh sách chỉ có tối đa {0} mục.", "Each list holds at most {0} entries.");

    public static readonly RefusalCode Contradiction = new(
        RefusalKind.Unprocessable, "purposes-contradiction", "Mục đích {0} vừa được cho phép vừa bị cấm.", "The purpose {0} is both allowed and forbidden.");
}
