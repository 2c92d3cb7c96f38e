using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

public static class DossierRefusals
{
    public static readonly RefusalCode Erased = new(
        RefusalKind.Gone, "dossier-erased", "Hồ sơ {0} đã được hủy ngày {1}; dữ liệu cá nhân không còn.",
        "Dossier {0} was erased on {1}; its personal data is gone.");

    public static readonly RefusalCode NotFound = new(
        RefusalKind.NotFound, "dossier-not-found", "Không có hồ sơ {0}, hoặc hồ sơ không thuộc phạm vi của bạn.",
        "There is no dossier {0}, or it is not within your scope.")
    { OnceThere = Erased };

    public static readonly RefusalCode WrongPhase = new(
        RefusalKind.Conflict, "dossier-wrong-phase", "Không thể {1} khi hồ sơ {0} ở trạng thái «{2}».",
        "Dossier {0} cannot be changed by '{1}' while it is '{2}'.");

    public static readonly RefusalCode FilesAwaited = new(
        RefusalKind.Conflict, "dossier-files-awaited",
        "Còn {1} tệp của hồ sơ {0} đang được tải từ Cổng Dịch vụ công quốc gia; tiếp nhận được khi tải và kiểm tra xong.",
        "{1} files of dossier {0} are still being fetched from the National Portal; it can be accepted once they are here and judged.");

    public static readonly RefusalCode Changed = new(
        RefusalKind.Changed, "dossier-changed", "Hồ sơ {0} vừa được người khác cập nhật. Hãy xem thay đổi rồi thực hiện lại.",
        "Somebody else has just changed dossier {0}. Look at what changed, then decide again.");

    public static readonly RefusalCode Full = new(
        RefusalKind.Conflict, "dossier-full",
        "Hồ sơ {0} đã có quá nhiều lần dừng, chuyển, trả lại hoặc ghi chú; chỉ còn có thể giải quyết hoặc kết thúc hồ sơ.",
        "Dossier {0} has been paused, moved, sent back or noted too often; it can only be decided or ended now.");

    public static readonly RefusalCode NotAParty = new(
        RefusalKind.Unprocessable, "dossier-not-a-party", "Số định danh vừa nhập không phải của người nộp hoặc người được ủy quyền của hồ sơ {0}.",
        "This personal number belongs neither to the applicant of dossier {0} nor to the person authorised.");

    public static readonly RefusalCode AlreadyRevoked = new(
        RefusalKind.Conflict, "result-already-revoked", "Kết quả của hồ sơ {0} đã được thu hồi hoặc thay thế.",
        "The result of dossier {0} was already revoked or replaced.");

    public static readonly RefusalCode ReplacementUnknown = new(
        RefusalKind.Unprocessable, "result-replacement-unknown", "Hồ sơ thay thế {0} chưa có kết quả còn giá trị được phát hành.",
        "Dossier {0}, which is to replace it, has no issued result that holds.");

    public static readonly RefusalCode NotYourTask = new(
        RefusalKind.Forbidden, "dossier-not-your-task", "Việc «{1}» với hồ sơ {0} thuộc về {2} {3}.",
        "'{1}' on dossier {0} is a task of {2} {3}.");

    public static readonly RefusalCode NotYourDossier = new(
        RefusalKind.Forbidden, "dossier-not-yours", "Hồ sơ {0} đang do người khác xử lý.",
        "Dossier {0} is in another officer's hands.");

    public static readonly RefusalCode FourEyes = new(
        RefusalKind.Forbidden, "dossier-four-eyes", "Người trình không được tự duyệt hồ sơ {0}.",
        "Whoever proposed the result of dossier {0} cannot approve it.");

    public static readonly RefusalCode ProposalChanged = new(
        RefusalKind.Conflict, "proposal-changed", "Dự thảo kết quả của hồ sơ {0} không còn như bạn đã xem. Hãy xem lại.",
        "The proposal of dossier {0} is no longer the one you saw. Read it again.");

    public static readonly RefusalCode CompetenceUnknown = new(
        RefusalKind.Conflict, "dossier-competence-unknown", "Chưa xác định cơ quan có thẩm quyền giải quyết hồ sơ {0}.",
        "The agency competent for dossier {0} is not known yet.");

    public static readonly RefusalCode AlreadyEscalated = new(
        RefusalKind.Conflict, "dossier-already-escalated", "Hồ sơ {0} đã được nhắc ở mức «{1}» hoặc đã kết thúc.",
        "Dossier {0} was escalated to '{1}' already, or is closed.");

    public static readonly RefusalCode ClockStands = new(
        RefusalKind.Conflict, "dossier-clock-stands", "Thời hạn của hồ sơ {0} đang tạm dừng vì lý do khác.",
        "The clock of dossier {0} stands still for another cause already.");

    public static readonly RefusalCode VerifiedAlready = new(
        RefusalKind.Conflict, "dossier-verified-already", "Hồ sơ {0} đã được ghi nhận là phải xác minh.",
        "For dossier {0} it is recorded already that something must be verified.");

    public static readonly RefusalCode NoProxy = new(
        RefusalKind.Conflict, "dossier-without-proxy", "Hồ sơ {0} không do người được ủy quyền nộp.", "Dossier {0} was not filed by a proxy.");

    public static readonly RefusalCode AuthorityUnproven = new(
        RefusalKind.Forbidden, "authority-unproven",
        "Chủ hồ sơ {0} chưa xác nhận việc ủy quyền trong tài khoản của mình và bộ phận một cửa chưa kiểm tra giấy ủy quyền.",
        "The applicant of dossier {0} has not confirmed the authority in the own account, nor has a one-stop clerk checked it.");

    public static readonly RefusalCode SameOffice = new(
        RefusalKind.Conflict, "dossier-same-office", "Hồ sơ {0} đã ở cơ quan này.", "Dossier {0} is with this agency already.");

    public static readonly RefusalCode ComponentsMissing = new(
        RefusalKind.Conflict, "dossier-components-missing", "Hồ sơ {0} còn thiếu thành phần: {1}. Hãy yêu cầu bổ sung.",
        "Dossier {0} lacks components: {1}. Ask for a supplement.");

    public static readonly RefusalCode NotSealed = new(
        RefusalKind.Conflict, "dossier-result-not-sealed", "Kết quả của hồ sơ {0} chưa ký số và đóng dấu xong nên chưa trả được. Hãy thử lại sau ít phút.",
        "The result of dossier {0} is not signed and sealed yet, so it cannot be returned. Try again in a few minutes.");

    public static readonly RefusalCode ResultPaperUnknown = new(
        RefusalKind.Unprocessable, "result-paper-unknown", "Hồ sơ {0} chưa có tệp kết quả {1}. Hãy tải tệp lên trước khi trình.",
        "Dossier {0} has no result file {1}. Send the file before proposing it.");

    public static readonly RefusalCode ResultNumberDiffers = new(
        RefusalKind.Unprocessable, "result-number-differs", "Kết quả lập ngoài hệ thống giữ số của nó: {0}.",
        "A result made elsewhere keeps its own number: {0}.");

    public static readonly RefusalCode ResultDateAhead = new(
        RefusalKind.Unprocessable, "result-date-ahead", "Ngày trên kết quả không thể sau hôm nay.", "The day on a result cannot be after today.");

    public static readonly RefusalCode ThirdSupplement = new(
        RefusalKind.Forbidden, "supplement-third-needs-leader",
        "Hồ sơ {0} đã được yêu cầu bổ sung hai lần; lần nữa phải do lãnh đạo quyết định.",
        "Dossier {0} was asked for a supplement twice already; once more is for the leader to decide.");

    public static readonly RefusalCode SupplementEmpty = new(
        RefusalKind.Invalid, "supplement-empty", "Bổ sung phải có ít nhất một giấy tờ hoặc nội dung trả lời.",
        "A supplement holds at least one paper, or an answer.");
}
