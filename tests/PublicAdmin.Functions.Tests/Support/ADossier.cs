using PublicAdmin.Dossiers;

namespace PublicAdmin.Tests.Support;

/// <summary>Dossiers with nothing remarkable about them, one per phase, each reached by the events that lead there.</summary>
internal static class ADossier
{
    public const string Commune = "H18.61";
    public const string LandOffice = "H18.20";

    public static DateTimeOffset Morning { get; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    public static Stamp ByMai { get; } = new(Morning, "mai", "Citizen");

    public static Stamp ByClerk { get; } = new(Morning.AddMinutes(10), "clerk", "Clerk", Commune);

    public static Stamp ByOfficer { get; } = new(Morning.AddMinutes(20), "officer", "Officer", Commune);

    public static Stamp ByLeader { get; } = new(Morning.AddMinutes(30), "leader", "Leader", Commune);

    public static Deadline Deadline { get; } = new(
        Morning.AddMinutes(10), Morning.AddMinutes(10), Morning.AddHours(8), Morning.AddHours(8), Morning.AddHours(8), "2026.1");

    public static SupplementRequest MissingBirthNotice { get; } =
        new([new SupplementItem("Giấy chứng sinh", "Bản scan không đọc được", "chung-sinh", "Nghị định 123/2015/NĐ-CP, Điều 9")], "Lò Văn Hoa, 0912345678");

    public static Submitted Submitted { get; } = new(
        DossierCode.Parse("H18.61-261120-0001"),
        new Filing(
            new ProcedurePin("1.001193", "2025-07-01"),
            Channel.Online,
            new Applicant("Lò Thị Mai", "011199012345", "0912345678"),
            new Places(null, Commune, Commune),
            ReturnWay.Electronic,
            [new Paper("1", "chung-sinh", "Giấy chứng sinh.pdf", Lineage.Scanned, "upload-1", "ab", 200_000)],
            "mai"),
        ByMai);

    public static Dossier Registered { get; } = DossierHistory.From(Submitted);

    public static Dossier Received { get; } = Registered.Apply(new Accepted(Deadline, new ProcedurePin("1.001193", "2025-07-01", "2026.1"), ByClerk));

    public static Dossier Assigned { get; } = Received.Apply(new Taken(ByOfficer));

    public static Dossier Proposed { get; } = Assigned.Apply(Assigned.Propose(Decision.Grant, "Đủ điều kiện", "Giấy khai sinh", ByOfficer).Value);

    public static Dossier Approved { get; } = Proposed.Apply(new Approved(Proposed.Proposal!.Hash, ByLeader));

    public static Dossier Issued { get; } = Approved.Apply(Approved.Issue("12/GKS", new DateOnly(2026, 11, 20), ByLeader).Value);

    public static Dossier Returned { get; } = Issued.Apply(new Returned(ReturnWay.Electronic, null, ByClerk));

    public static Dossier SupplementRequested { get; } =
        Assigned.Apply(Assigned.RequestSupplement(MissingBirthNotice, PausePolicy.Pause, ByOfficer).Value);

    public static Dossier FinancialDuty { get; } = Assigned.Apply(Assigned.Suspend("Nộp lệ phí trước bạ", "Luật Đất đai, Điều 153", 120_000, ByOfficer).Value);

    public static Dossier Posting { get; } = Assigned.Apply(Assigned.BeginPosting(
        new Pause(PauseKind.PublicPosting, PausePolicy.Pause, Morning.AddMinutes(20), null, "Niêm yết", "Nghị định 151/2025/NĐ-CP", Morning.AddDays(16)),
        ByOfficer).Value);

    public static Dossier NotAccepted { get; } = Registered.Apply(new NotAccepted("Không thuộc thẩm quyền", "Luật Hộ tịch, Điều 13", ByClerk));

    public static Dossier Withdrawn { get; } = Assigned.Apply(new Withdrawn("Nộp nhầm", ByMai));

    public static Dossier Stopped { get; } = Assigned.Apply(new Stopped("Có quyết định của tòa án", "Thông tư 03/2025/TT-VPCP, Điều 7", ByLeader));

    public static Dossier In(Phase phase) => phase switch
    {
        Phase.Registered => Registered,
        Phase.Received => Received,
        Phase.Assigned => Assigned,
        Phase.Proposed => Proposed,
        Phase.Approved => Approved,
        Phase.Issued => Issued,
        Phase.Returned => Returned,
        Phase.SupplementRequested => SupplementRequested,
        Phase.FinancialDuty => FinancialDuty,
        Phase.Posting => Posting,
        Phase.NotAccepted => NotAccepted,
        Phase.Withdrawn => Withdrawn,
        Phase.Stopped => Stopped,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };
}
