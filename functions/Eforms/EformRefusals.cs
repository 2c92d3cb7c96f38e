using PublicAdmin.Platform;

namespace PublicAdmin.Eforms;

public static class EformRefusals
{
    public static readonly RefusalCode NoForm = new(
        RefusalKind.NotFound, "form-not-found", "Thủ tục {0} không có biểu mẫu điện tử vào ngày này.", "Procedure {0} has no electronic form on this day.");

    public static readonly RefusalCode CaseUnknown = new(
        RefusalKind.Unprocessable, "form-case-unknown", "Biểu mẫu không có trường hợp {0}.", "The form has no case {0}.");

    public static readonly RefusalCode ListUnknown = new(RefusalKind.NotFound, "list-not-found", "Không có danh mục {0}.", "There is no list {0}.");
}
