using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>A phase in words, and what happens next.</summary>
public sealed record PhaseText(Text Name, Text Next);

public static class PhaseTexts
{
    public static PhaseText Of(Phase phase) => phase switch
    {
        Phase.Registered => Say(
            "Mới đăng ký", "Bộ phận một cửa kiểm tra hồ sơ và báo lại: tiếp nhận, đề nghị bổ sung hoặc từ chối.",
            "Newly registered", "The one-stop desk checks the dossier and answers: accepted, more needed, or refused."),
        Phase.Received => Say(
            "Được tiếp nhận", "Cơ quan giải quyết phân công người xử lý.",
            "Received", "The processing agency puts an officer in charge."),
        Phase.Assigned => Say(
            "Đang xử lý", "Công chức thẩm định và trình lãnh đạo.",
            "In process", "The officer appraises and proposes a result to the leader."),
        Phase.Proposed => Say(
            "Đã trình lãnh đạo", "Lãnh đạo xem xét, phê duyệt.",
            "Proposed", "The leader considers the proposal."),
        Phase.Approved => Say(
            "Đã phê duyệt", "Ký số, cấp số và chuyển kết quả về bộ phận một cửa.",
            "Approved", "The result is signed, numbered and sent to the one-stop desk."),
        Phase.Issued => Say(
            "Đã có kết quả", "Nhận kết quả theo cách đã chọn.",
            "Result ready", "Receive the result the way you chose."),
        Phase.Returned => Say("Đã trả kết quả", "Hồ sơ đã xong.", "Result returned", "The dossier is finished."),
        Phase.SupplementRequested => Say(
            "Chờ bổ sung", "Bổ sung các giấy tờ được yêu cầu; tạm dừng tính thời hạn cho đến khi bổ sung.",
            "Waiting for a supplement", "Give what was asked for; the clock stands still until then."),
        Phase.FinancialDuty => Say(
            "Yêu cầu thực hiện nghĩa vụ tài chính", "Nộp khoản tiền theo thông báo; tạm dừng tính thời hạn cho đến khi nộp.",
            "Waiting for a financial duty", "Pay what the notice says; the clock stands still until then."),
        Phase.Posting => Say(
            "Đang niêm yết công khai", "Chờ hết thời gian niêm yết; thời hạn tạm dừng cho đến lúc đó, rồi cơ quan tiếp tục giải quyết.",
            "Posted publicly", "The time for objections runs; the clock stands still until it is over, then the agency goes on."),
        Phase.NotAccepted => Say(
            "Không được tiếp nhận", "Xem lý do trong phiếu từ chối; có thể nộp lại.",
            "Not accepted", "Read the reason on the refusal; you may file again."),
        Phase.Withdrawn => Say("Đã rút", "Hồ sơ đã kết thúc theo yêu cầu của người nộp.", "Withdrawn", "The dossier ended at the applicant's wish."),
        Phase.Stopped => Say("Dừng giải quyết", "Xem lý do trong thông báo dừng giải quyết.", "Stopped", "Read the reason on the notice."),
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };

    private static PhaseText Say(string name, string next, string englishName, string englishNext) =>
        new(new Text(name, englishName), new Text(next, englishNext));
}
