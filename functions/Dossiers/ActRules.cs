using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What can be done to a dossier.</summary>
public enum Act
{
    FindCompetence,
    Accept,
    Refuse,
    RequestSupplement,
    Supplement,
    Assign,
    Take,
    Release,
    Transfer,
    Propose,
    SendBack,
    Approve,
    Issue,
    Return,
    Suspend,
    Resume,
    Stop,
    Withdraw,
    RecordFee,
    AssessFee,
    CloseFees,
    CancelReceipt,
    Extend,
    Verify,
    BeginPosting,
    Apologise,
    AnswerAuthority,
    RenewSecret,
    RevokeResult,
    ReportPart,
    CorrectAnswers,
    NoteCorrection,
}

/// <summary>Whose role counts: that of the office which received, of the agency which holds the dossier now, or the applicant's own.</summary>
public enum Seat { Receipt, Holding, Applicant }

/// <summary>One line of the table below.</summary>
public sealed record ActRule(Act Act, Text Name, IReadOnlyList<Role> Who, Seat Seat, IReadOnlyList<Phase> From);

/// <summary>
/// Who may do what, where, and in which phase: the whole of it. An applicant's act may also be done for the applicant by the
/// receiving clerk and by a system acting for an identified citizen. The work never waits for a fee, only the return does, unless the procedure
/// says otherwise; a financial duty (status 6) stops the work by an act of its own.
/// </summary>
public static class ActRules
{
    public static IReadOnlyList<ActRule> All { get; } =
    [
        new(Act.FindCompetence, new("xác định thẩm quyền", "find the competent agency"), [Role.Clerk, Role.Supervisor], Seat.Receipt, [Phase.Registered]),
        new(Act.Accept, new("tiếp nhận", "accept"), [Role.Clerk], Seat.Receipt, [Phase.Registered]),
        new(Act.Refuse, new("từ chối tiếp nhận", "refuse"), [Role.Clerk], Seat.Receipt, [Phase.Registered]),
        new(Act.RequestSupplement, new("yêu cầu bổ sung", "ask for a supplement"), [Role.Clerk, Role.Officer, Role.Leader], Seat.Holding,
            [Phase.Registered, Phase.Received, Phase.Assigned]),
        new(Act.Supplement, new("bổ sung", "supplement"), [Role.Citizen, Role.Clerk, Role.System], Seat.Applicant, [Phase.SupplementRequested]),
        new(Act.Assign, new("phân công", "assign"), [Role.Leader], Seat.Holding, [Phase.Received, Phase.Assigned]),
        new(Act.Take, new("nhận xử lý", "take"), [Role.Officer], Seat.Holding, [Phase.Received]),
        new(Act.Release, new("trả về hàng chờ", "put back"), [Role.Officer, Role.Leader], Seat.Holding, [Phase.Assigned]),
        new(Act.Transfer, new("chuyển", "transfer"), [Role.Officer, Role.Leader], Seat.Holding, [Phase.Received, Phase.Assigned]),
        new(Act.Propose, new("trình", "propose"), [Role.Officer], Seat.Holding, [Phase.Assigned]),
        new(Act.SendBack, new("trả lại", "send back"), [Role.Leader], Seat.Holding, [Phase.Proposed]),
        new(Act.Approve, new("duyệt", "approve"), [Role.Leader], Seat.Holding, [Phase.Proposed]),
        new(Act.Issue, new("phát hành", "issue"), [Role.Registrar], Seat.Holding, [Phase.Approved]),
        new(Act.Return, new("trả kết quả", "return"), [Role.Clerk], Seat.Receipt, [Phase.Issued]),
        new(Act.Suspend, new("tạm dừng", "suspend"), [Role.Officer, Role.Leader], Seat.Holding, [Phase.Received, Phase.Assigned]),
        new(Act.Resume, new("tiếp tục", "resume"), [Role.Officer, Role.Leader, Role.Cashier], Seat.Holding, [Phase.FinancialDuty]),
        new(Act.Stop, new("dừng giải quyết", "stop"), [Role.Leader], Seat.Holding,
            [Phase.Received, Phase.Assigned, Phase.Proposed, Phase.SupplementRequested, Phase.FinancialDuty, Phase.Posting]),
        new(Act.Withdraw, new("rút", "withdraw"), [Role.Citizen, Role.Clerk, Role.System], Seat.Applicant,
            [Phase.Registered, Phase.Received, Phase.Assigned, Phase.Proposed, Phase.SupplementRequested, Phase.FinancialDuty, Phase.Posting]),
        new(Act.Extend, new("gia hạn", "extend"), [Role.Leader], Seat.Holding, [Phase.Received, Phase.Assigned, Phase.Proposed, Phase.Approved]),
        new(Act.Verify, new("ghi nhận phải xác minh", "record that something must be verified"), [Role.Officer], Seat.Holding,
            [Phase.Received, Phase.Assigned]),
        new(Act.BeginPosting, new("niêm yết công khai", "post publicly"), [Role.Officer, Role.Leader], Seat.Holding, [Phase.Received, Phase.Assigned]),
        new(Act.Apologise, new("gửi thư xin lỗi", "apologise"), [Role.Leader], Seat.Holding, [Phase.Received, Phase.Assigned, Phase.Proposed, Phase.Approved]),
        new(Act.AnswerAuthority, new("xác nhận ủy quyền", "answer for the proxy's authority"), [Role.Citizen, Role.Clerk], Seat.Applicant,
            [Phase.Registered, Phase.Received, Phase.Assigned, Phase.Proposed, Phase.Approved, Phase.Issued, Phase.Returned, Phase.SupplementRequested,
                Phase.FinancialDuty]),
        new(Act.RevokeResult, new("thu hồi, thay thế kết quả", "revoke or replace the result"), [Role.Leader], Seat.Holding, [Phase.Issued, Phase.Returned]),
        new(Act.ReportPart, new("ghi nhận phần việc của cơ quan khác", "record what another agency says"), [Role.Clerk, Role.System], Seat.Receipt,
            [.. Enum.GetValues<Phase>().Where(phase => phase.IsOpen())]),
        new(Act.CorrectAnswers, new("điều chỉnh thông tin tờ khai", "correct answers of the form"), [Role.Clerk, Role.Officer], Seat.Holding,
            [Phase.Registered, Phase.Assigned]),
        new(Act.NoteCorrection, new("ghi đính chính", "note a correction"), [Role.Citizen], Seat.Applicant, Enum.GetValues<Phase>()),
        new(Act.RenewSecret, new("cấp lại mã tra cứu", "issue the tracking secret anew"), [Role.Clerk], Seat.Receipt, Enum.GetValues<Phase>()),
        new(Act.AssessFee, new("xác định phí", "assess the fee"), [Role.Clerk, Role.Cashier], Seat.Receipt,
            [Phase.Registered, Phase.Received, Phase.Assigned, Phase.Proposed, Phase.Approved, Phase.Issued, Phase.SupplementRequested, Phase.FinancialDuty,
                Phase.Posting]),
        new(Act.CloseFees, new("quyết toán khoản thu", "close the account"), [Role.Leader, Role.Cashier], Seat.Receipt,
            [Phase.Returned, Phase.Withdrawn, Phase.Stopped]),
        new(Act.CancelReceipt, new("hủy, thay biên lai", "cancel or replace a receipt"), [Role.Cashier], Seat.Receipt,
            [Phase.Registered, Phase.Received, Phase.Assigned, Phase.Proposed, Phase.Approved, Phase.Issued, Phase.SupplementRequested, Phase.FinancialDuty,
                Phase.Posting, Phase.Returned, Phase.Withdrawn, Phase.Stopped]),
        new(Act.RecordFee, new("thu phí", "record a fee"), [Role.Cashier, Role.Clerk, Role.System], Seat.Receipt,
            [Phase.Registered, Phase.Received, Phase.Assigned, Phase.Proposed, Phase.Approved, Phase.Issued, Phase.SupplementRequested, Phase.FinancialDuty,
                Phase.Posting, Phase.Returned, Phase.Withdrawn, Phase.Stopped]),
    ];

    private static readonly Dictionary<Act, ActRule> ByAct = All.ToDictionary(rule => rule.Act);

    public static ActRule Of(Act act) => ByAct[act];
}
