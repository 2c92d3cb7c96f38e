using PublicAdmin.Identity;

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
}

/// <summary>Whose role counts: that of the office which received, of the agency which holds the dossier now, or the applicant's own.</summary>
public enum Seat { Receipt, Holding, Applicant }

/// <summary>One line of the table below.</summary>
public sealed record ActRule(Act Act, string Vi, IReadOnlyList<Role> Who, Seat Seat, IReadOnlyList<Phase> From);

/// <summary>
/// Who may do what, where, and in which phase: the whole of it. An applicant's act may also be done for the applicant by the
/// receiving clerk and by a system acting for an identified citizen.
/// </summary>
public static class ActRules
{
    public static IReadOnlyList<ActRule> All { get; } =
    [
        new(Act.FindCompetence, "xác định thẩm quyền", [Role.Clerk, Role.Supervisor], Seat.Receipt, [Phase.Registered]),
        new(Act.Accept, "tiếp nhận", [Role.Clerk], Seat.Receipt, [Phase.Registered]),
        new(Act.Refuse, "từ chối tiếp nhận", [Role.Clerk], Seat.Receipt, [Phase.Registered]),
        new(Act.RequestSupplement, "yêu cầu bổ sung", [Role.Clerk, Role.Officer], Seat.Holding, [Phase.Registered, Phase.Received, Phase.Assigned]),
        new(Act.Supplement, "bổ sung", [Role.Citizen, Role.Clerk, Role.System], Seat.Applicant, [Phase.SupplementRequested]),
        new(Act.Assign, "phân công", [Role.Leader], Seat.Holding, [Phase.Received, Phase.Assigned]),
        new(Act.Take, "nhận xử lý", [Role.Officer], Seat.Holding, [Phase.Received]),
        new(Act.Transfer, "chuyển", [Role.Officer, Role.Leader], Seat.Holding, [Phase.Received, Phase.Assigned]),
        new(Act.Propose, "trình", [Role.Officer], Seat.Holding, [Phase.Assigned]),
        new(Act.SendBack, "trả lại", [Role.Leader], Seat.Holding, [Phase.Proposed]),
        new(Act.Approve, "duyệt", [Role.Leader], Seat.Holding, [Phase.Proposed]),
        new(Act.Issue, "phát hành", [Role.Registrar], Seat.Holding, [Phase.Approved]),
        new(Act.Return, "trả kết quả", [Role.Clerk], Seat.Receipt, [Phase.Issued]),
        new(Act.Suspend, "tạm dừng", [Role.Officer, Role.Leader], Seat.Holding, [Phase.Received, Phase.Assigned]),
        new(Act.Resume, "tiếp tục", [Role.Officer, Role.Leader, Role.Cashier], Seat.Holding, [Phase.FinancialDuty]),
        new(Act.Stop, "dừng giải quyết", [Role.Leader], Seat.Holding,
            [Phase.Received, Phase.Assigned, Phase.Proposed, Phase.SupplementRequested, Phase.FinancialDuty]),
        new(Act.Withdraw, "rút", [Role.Citizen, Role.Clerk, Role.System], Seat.Applicant,
            [Phase.Registered, Phase.Received, Phase.Assigned, Phase.Proposed, Phase.SupplementRequested, Phase.FinancialDuty]),
        new(Act.RecordFee, "thu phí", [Role.Cashier, Role.Clerk, Role.System], Seat.Receipt,
            [Phase.Registered, Phase.Received, Phase.Assigned, Phase.Proposed, Phase.Approved, Phase.Issued, Phase.SupplementRequested, Phase.FinancialDuty]),
    ];

    private static readonly Dictionary<Act, ActRule> ByAct = All.ToDictionary(rule => rule.Act);

    public static ActRule Of(Act act) => ByAct[act];
}
