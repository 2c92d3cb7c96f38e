using PublicAdmin.Platform;

namespace PublicAdmin.Forms.Results;

public static class ResultContentRefusals
{
    public static readonly RefusalCode NotData = new(
        RefusalKind.Unprocessable, "result-content-not-data", "Nội dung kết quả bắt đầu như dữ liệu nhưng không phải dữ liệu JSON hợp lệ, nên không thể ký.",
        "The content begins like data and is no sound JSON object; it cannot be signed.");

    public static readonly RefusalCode KindUnknown = new(
        RefusalKind.Unprocessable, "result-content-kind-unknown", "Không có loại kết quả này. Các loại: {0}.",
        "There is no such kind of result. The kinds: {0}.");

    public static readonly RefusalCode NotFromForm = new(
        RefusalKind.Unprocessable, "result-content-not-from-form",
        "Nội dung kết quả khác tờ khai của hồ sơ. Phần do công dân khai không sửa tại đây; hãy lập lại bằng POST result-content.",
        "The content differs from the dossier's form. What the citizen filled in is not changed here; make it anew with POST result-content.");

    public static readonly RefusalCode FieldsUnfit = new(
        RefusalKind.Unprocessable, "result-content-fields", "Dữ liệu kết quả chưa đủ hoặc chưa đúng: {0}.",
        "The data of the result is incomplete or wrong: {0}.");
}
