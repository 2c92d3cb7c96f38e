using PublicAdmin.Platform;

namespace PublicAdmin.Petitions;

/// <summary>Why a petition, or a word about it, is not taken.</summary>
public static class PetitionRefusals
{
    public static readonly RefusalCode OfficeMissing = new(
        RefusalKind.Invalid, "petition-office-missing", "Phản ánh về hành vi phải nêu cơ quan hoặc mã hồ sơ.",
        "A petition about how somebody acted names an office or a dossier.");

    public static readonly RefusalCode EmailInvalid = new(
        RefusalKind.Invalid, "petition-email-invalid", "Địa chỉ thư điện tử không đúng.", "That is no e-mail address.");

    public static readonly RefusalCode NotFound = new(
        RefusalKind.NotFound, "petition-not-found", "Không tìm thấy phản ánh, kiến nghị với mã và mã tra cứu này.",
        "No petition fits this code and secret.");

    public static readonly RefusalCode Unknown = new(
        RefusalKind.NotFound, "petition-unknown", "Không có phản ánh, kiến nghị {0} ở cơ quan này.", "There is no petition {0} at this office.");

    public static readonly RefusalCode NotYours = new(
        RefusalKind.Forbidden, "petitions-not-yours", "Chỉ lãnh đạo và người giám sát của cơ quan {0}, hoặc của tỉnh, xem và trả lời phản ánh, kiến nghị.",
        "Only the heads and supervisors of office {0}, or of the province, see and answer its petitions.");

    public static readonly RefusalCode ConcernsYou = new(
        RefusalKind.Forbidden, "petition-concerns-you",
        "Phản ánh này liên quan đến hồ sơ {0} mà bạn đã xử lý; người khác hoặc cấp tỉnh phải trả lời.",
        "This petition is about dossier {0}, on which you acted; somebody else, or the province, has to answer.");

    public static readonly RefusalCode ActorsUnknown = new(
        RefusalKind.Forbidden, "petition-dossier-erased",
        "Hồ sơ {0} đã hủy nên không còn biết ai đã xử lý; người giám sát của tỉnh trả lời phản ánh này.",
        "Dossier {0} is erased, so nobody can tell who acted on it; a supervisor of the province answers this petition.");

    public static readonly RefusalCode TooMany = new(
        RefusalKind.TooMany, "petitions-too-many", "Đã gửi nhiều phản ánh, kiến nghị trong một giờ. Hãy gửi tiếp sau {0} giây.",
        "Many petitions were sent within one hour. Send the next in {0} seconds.");

    public static readonly RefusalCode Answered = new(
        RefusalKind.Conflict, "petition-answered", "Phản ánh, kiến nghị {0} đã được trả lời.", "Petition {0} has been answered.");

    public static readonly RefusalCode Asked = new(
        RefusalKind.Conflict, "petition-asked", "Người gửi {0} đã được hỏi một lần; mỗi phản ánh, kiến nghị chỉ hỏi lại một lần.",
        "The petitioner of {0} has been asked once; each petition is asked about once only.");

    public static readonly RefusalCode AskedTooLate = new(
        RefusalKind.Conflict, "petition-asked-too-late", "Chỉ được hỏi lại người gửi đến hết ngày {0}.", "The petitioner could be asked until {0} only.");

    public static readonly RefusalCode NothingAsked = new(
        RefusalKind.Conflict, "petition-nothing-asked", "Cơ quan chưa hỏi thêm gì về {0}.", "The office has asked nothing about {0}.");

    public static readonly RefusalCode Replied = new(
        RefusalKind.Conflict, "petition-replied", "Câu hỏi về {0} đã được trả lời.", "The question about {0} has been answered.");

    public static readonly RefusalCode NotAnswered = new(
        RefusalKind.Conflict, "petition-not-answered", "Phản ánh, kiến nghị {0} chưa được trả lời nên chưa đánh giá được.",
        "Petition {0} has not been answered yet, so its answer cannot be rated.");

    public static readonly RefusalCode RatedAlready = new(
        RefusalKind.Conflict, "petition-rated", "Trả lời này đã được đánh giá.", "This answer has been rated.");
}
