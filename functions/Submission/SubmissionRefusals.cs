using PublicAdmin.Platform;

namespace PublicAdmin.Submission;

public static class SubmissionRefusals
{
    public static readonly RefusalCode ProcedureUnknown = new(
        RefusalKind.Unprocessable, "procedure-unknown", "Không có thủ tục {0} đang còn hiệu lực. Xem GET /api/procedures.",
        "No procedure {0} is in force. See GET /api/procedures.");

    public static readonly RefusalCode ProcedureElsewhere = new(
        RefusalKind.Unprocessable, "procedure-filed-elsewhere",
        "Thủ tục {0} nộp tại hệ thống của Bộ: {1}. Nếu hỗ trợ công dân nộp tại quầy, hãy ghi lượt hỗ trợ.",
        "Procedure {0} is filed with the ministry's own system: {1}. Helping a citizen to file it is recorded as help.");

    public static readonly RefusalCode ProcedureOurs = new(
        RefusalKind.Unprocessable, "procedure-is-ours", "Thủ tục {0} giải quyết tại hệ thống của tỉnh: hãy nộp hồ sơ tại đây.",
        "Procedure {0} is processed by this system: file it here.");

    public static readonly RefusalCode ProcedureInPerson = new(
        RefusalKind.Unprocessable, "procedure-in-person", "Thủ tục {0} phải nộp trực tiếp: {1}", "Procedure {0} is filed in person: {1}");

    public static readonly RefusalCode ReceiptUnknown = new(
        RefusalKind.Unprocessable, "office-cannot-receive", "{0} không phải là điểm tiếp nhận hồ sơ. Xem GET /api/offices.",
        "{0} is not an office that receives dossiers. See GET /api/offices.");

    public static readonly RefusalCode UnitUnknown = new(
        RefusalKind.Unprocessable, "unit-unknown", "{0} không phải là mã xã, phường của tỉnh.", "{0} is not the code of a commune or ward of the province.");

    public static readonly RefusalCode ChannelNotYours = new(
        RefusalKind.Forbidden, "channel-not-yours",
        "Bạn không được nộp qua kênh này: công dân nộp trực tuyến; cán bộ một cửa nộp trực tiếp, bưu chính hoặc hỗ trợ.",
        "This channel is not yours: citizens file online; one-stop clerks file at the counter, by post or assisted.");

    public static readonly RefusalCode NotYourOffice = new(
        RefusalKind.Forbidden, "receipt-not-your-office", "Bạn không làm việc tại bộ phận một cửa {0}.", "You do not work at the one-stop desk of {0}.");

    public static readonly RefusalCode NotYourself = new(
        RefusalKind.Forbidden, "applicant-not-you", "Nộp thay người khác cần khai người được ủy quyền là chính bạn.",
        "To file for somebody else, name yourself as the proxy.");

    public static readonly RefusalCode NotYourOrganisation = new(
        RefusalKind.Forbidden, "applicant-not-your-organisation", "Bạn đang đăng nhập bằng tài khoản của tổ chức {0}: chủ hồ sơ phải là tổ chức này.",
        "You are signed in for the organisation {0}: the dossier must be its own.");

    public static readonly RefusalCode PersonalNumberInvalid = new(
        RefusalKind.Invalid, "personal-number-invalid", "Số định danh cá nhân gồm 12 chữ số; mã số doanh nghiệp gồm 10 hoặc 13 chữ số.",
        "A personal number has 12 digits; an enterprise code has 10 or 13.");

    public static readonly RefusalCode PhoneInvalid = new(
        RefusalKind.Invalid, "phone-invalid", "Số điện thoại gồm 9 đến 15 chữ số, có thể bắt đầu bằng dấu +.",
        "A phone number has 9 to 15 digits and may begin with +.");

    public static readonly RefusalCode EmailInvalid = new(
        RefusalKind.Invalid, "email-invalid", "Địa chỉ thư điện tử không đúng.", "This is not an e-mail address.");

    public static readonly RefusalCode TooManyPapers = new(
        RefusalKind.Invalid, "papers-too-many", "Một lần nộp tối đa {0} giấy tờ.", "One filing holds at most {0} papers.");

    public static readonly RefusalCode ComponentMissing = new(
        RefusalKind.Unprocessable, "component-missing", "Thiếu giấy tờ bắt buộc: {0}.", "A required paper is missing: {0}.");

    public static readonly RefusalCode TermCaseUnknown = new(
        RefusalKind.Unprocessable, "term-case-unknown", "Thủ tục không có trường hợp {0}.", "The procedure has no case {0}.");

    public static readonly RefusalCode FormInvalid = new(
        RefusalKind.Unprocessable, "form-invalid", "Tờ khai có {0} chỗ cần khai hoặc sửa lại; từng chỗ nêu ở «errors».",
        "The form has {0} places to fill in or to correct; 'errors' names each.");

    public static readonly RefusalCode FormOutdated = new(
        RefusalKind.Unprocessable, "form-outdated",
        "Tờ khai theo mẫu phiên bản {0}; hiện dùng phiên bản {1}. Hãy mở lại biểu mẫu và kiểm tra phần đã khai.",
        "The form was filled in by version {0}; version {1} is in force. Open the form again and look through what was filled in.");

    public static readonly RefusalCode FeeNotYours = new(
        RefusalKind.Forbidden, "fee-not-yours", "Việc đã nộp phí và trường hợp thu phí do cơ quan tiếp nhận hoặc Cổng Dịch vụ công ghi nhận.",
        "What was paid and which conditional fee applies is recorded by the receiving office or the portal.");

    public static readonly RefusalCode FeeCaseUnknown = new(
        RefusalKind.Unprocessable, "fee-case-unknown", "Thủ tục không có trường hợp thu phí {0}.", "The procedure has no conditional fee {0}.");

    public static readonly RefusalCode PaperWithoutSource = new(
        RefusalKind.Invalid, "paper-without-source", "Giấy tờ cần đúng một nguồn: tệp đã tải lên hoặc giấy tờ trong kho.",
        "A paper needs exactly one source: an upload or an item of the wallet.");
}
