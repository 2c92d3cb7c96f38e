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

    public static readonly RefusalCode NotThePaper = new(
        RefusalKind.Unprocessable, "result-content-not-the-paper",
        "Thủ tục này kết thúc bằng: {0}. Hãy lập kết quả từ tờ khai bằng POST result-content, không dùng văn bản tự do hoặc loại giấy khác.",
        "This procedure ends in: {0}. Make the result from the form with POST result-content; free text or another kind of paper is not it.");

    public static readonly RefusalCode MadeElsewhere = new(
        RefusalKind.Unprocessable, "result-made-elsewhere",
        "«{0}» do hệ thống của cơ quan khác lập và ký, không in tại đây. Hãy gửi tệp bằng «PUT result-paper» và nêu số, ngày, người ký ở «elsewhere».",
        "“{0}” is made and signed in another agency's system, not printed here. Send the file with PUT result-paper; name number, day, signer in 'elsewhere'.");

    public static readonly RefusalCode NotForDenial = new(
        RefusalKind.Unprocessable, "result-content-not-for-denial", "Không giải quyết thì trả văn bản thông báo nêu lý do, không trả giấy tờ được đề nghị.",
        "A denial is a written notice with its reason, never the paper that was asked for.");
}
