using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Dossiers;

/// <summary>The table of acts against the decisions: what the table allows is decided, everything else is refused with the phase named.</summary>
public class ActRulesTests
{
    public static TheoryData<Act, Phase> EveryActInEveryPhase()
    {
        var data = new TheoryData<Act, Phase>();
        foreach (var act in Enum.GetValues<Act>())
        {
            foreach (var phase in Enum.GetValues<Phase>())
            {
                data.Add(act, phase);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryActInEveryPhase))]
    public void An_act_is_possible_exactly_in_the_phases_of_its_rule(Act act, Phase phase)
    {
        var decision = Decide(act, ADossier.In(phase));

        Assert.Equal(ActRules.Of(act).From.Contains(phase), decision.Refusal is null);
        Assert.True(decision.Refusal is null || decision.Refusal.Code == "dossier-wrong-phase", decision.Refusal?.Code);
    }

    [Fact]
    public void Every_act_has_one_rule_and_every_rule_names_who() =>
        Assert.All(Enum.GetValues<Act>(), act => Assert.NotEmpty(Assert.Single(ActRules.All, rule => rule.Act == act).Who));

    [Theory]
    [MemberData(nameof(EveryActInEveryPhase))]
    public void What_is_decided_can_be_applied(Act act, Phase phase)
    {
        var decision = Decide(act, ADossier.In(phase));

        if (decision.Refusal is null)
        {
            Assert.Equal(ADossier.In(phase).Code, WithForm(phase).Apply(decision.Value).Code);
        }
    }

    private static Dossier WithForm(Phase phase) => ADossier.In(phase) with { Form = new FormPin("khai-sinh", "1") };

    private static Result<DossierEvent> Decide(Act act, Dossier dossier) => act switch
    {
        Act.FindCompetence => dossier.FindCompetence(ADossier.LandOffice, ADossier.ByClerk),
        Act.Accept => dossier.Accept(ADossier.Deadline, dossier.Procedure, [], ADossier.ByClerk),
        Act.Refuse => dossier.Refuse("Không thuộc thẩm quyền", "Luật Hộ tịch", ADossier.ByClerk),
        Act.RequestSupplement => dossier.RequestSupplement(ADossier.MissingBirthNotice, PausePolicy.Pause, ADossier.ByOfficer),
        Act.Supplement => dossier.Supply([], "Đã gửi lại", ADossier.Deadline, Agreed.ToNothing, ADossier.ByMai),
        Act.Assign => dossier.Assign("officer", ADossier.ByLeader),
        Act.Take or Act.Release => act is Act.Take ? dossier.Take(ADossier.ByOfficer) : dossier.Release(ADossier.ByOfficer),
        Act.Transfer => dossier.Transfer(ADossier.LandOffice, "Đo đạc", ADossier.ByOfficer),
        Act.Propose => dossier.Propose(Decision.Grant, "Đủ điều kiện", "Giấy khai sinh", ADossier.ByOfficer),
        Act.SendBack => dossier.SendBack("Sai tên", ADossier.ByLeader),
        Act.Approve => dossier.Approve(dossier.Proposal?.Hash ?? "", ADossier.ByLeader),
        Act.Issue => dossier.Issue("12/GKS", new DateOnly(2026, 11, 20), ADossier.ByClerk),
        Act.Return => dossier.Return(ReturnWay.Counter, null, ADossier.ByClerk),
        Act.Suspend => dossier.Suspend("Nộp lệ phí", "Luật Đất đai", 1, ADossier.ByOfficer),
        Act.Resume => dossier.Resume(null, "Giấy nộp tiền số 1", ADossier.Deadline, ADossier.ByOfficer),
        Act.Stop => dossier.Stop("Tòa án thụ lý", "Thông tư 03/2025", ADossier.ByLeader),
        Act.Withdraw => dossier.Withdraw("Nộp nhầm", ADossier.ByMai),
        Act.AnswerAuthority => Answer(dossier with { Proxy = new("Lò Văn Pâng", "011080000654", "Giấy ủy quyền số 12") }),
        Act.Verify => dossier.Verify(ADossier.Deadline, "Xác minh nơi cư trú trước", ADossier.ByOfficer),
        Act.CorrectAnswers => Correct(dossier with { Form = new FormPin("khai-sinh", "1") }),
        Act.AssessFee => dossier.AssessFee([new FeeItem("le-phi", new("Lệ phí", "Fee"), 8_000)], ADossier.ByClerk),
        Act.RecordFee => Owing(dossier).RecordFee(8_000, "BL 001", ADossier.ByClerk),
        Act.CancelReceipt => Paid(dossier).CancelReceipt("BL26-H18.61 0000001", "Ghi nhầm", null, ADossier.ByClerk),
        Act.CloseFees => Owing(dossier).CloseFees(FeeOutcome.Waived, "Quyết định 1/QĐ-UBND", 0, ADossier.ByLeader),
        Act.Extend => dossier.Extend(ADossier.Deadline, "Chờ xác minh", null, ADossier.ByLeader),
        Act.Apologise => dossier.Apologise("Chờ xác minh", new DateOnly(2026, 11, 27), ADossier.ByLeader),
        Act.RevokeResult => dossier.RevokeResult("Sai ngày sinh", null, ADossier.ByLeader),
        Act.ReportPart => Report(Linked(dossier)),
        Act.NoteCorrection => dossier.Objection(act, "mai") is { } none ? none : new CorrectionNoted("Ngày sinh", "01/02/1990", ADossier.ByMai),
        Act.RenewSecret => dossier.RenewSecret(dossier.Applicant.PersonalNumber, IdentityProof.IdentityCard, ADossier.ByClerk),
        Act.BeginPosting => Post(dossier),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    private static Dossier Paid(Dossier dossier) => dossier with
    {
        Fees = FeeAccount.Empty.Received(new FeeReceipt(8_000, "BL26-H18.61 0000001", ADossier.Morning, "thu", PaymentWay.Cash)),
    };

    private static Result<DossierEvent> Answer(Dossier proxied) =>
        proxied.AnswerAuthority(new Consent(ADossier.ByMai.At, ConsentKind.OwnAccount, "mai"), ADossier.ByMai);

    private static Result<DossierEvent> Correct(Dossier filled) =>
        filled.CorrectAnswers([new AnswerCorrection("childName", null, null)], "Sai tên", ADossier.ByOfficer);

    private static Result<DossierEvent> Report(Dossier linked) => linked.ReportPart(
        "thuong-tru", new PartReport(NationalStatus.NewlyRegistered, ADossier.Morning, "Gói tin số 1"), ADossier.Morning, ADossier.ByClerk);

    private static Result<DossierEvent> Post(Dossier dossier) => dossier.BeginPosting(
        new Pause(PauseKind.PublicPosting, PausePolicy.Pause, ADossier.Morning, null, "Niêm yết", "Nghị định 151/2025/NĐ-CP"), ADossier.ByOfficer);

    private static Dossier Linked(Dossier dossier) => dossier with
    {
        Linked = new Linkage(
            null,
            [
                new CasePart("thuong-tru", new("Đăng ký thường trú", "Residence"), new("Công an cấp xã", "Police"), Outside: true)
                {
                    Forwarding = new Forwarding(ADossier.Morning, ADossier.Morning.AddMinutes(10)),
                },
            ]),
    };

    private static Dossier Owing(Dossier dossier) => dossier with { Fees = FeeAccount.Empty.Owing(new FeeItem("le-phi", new("Lệ phí", "Fee"), 8_000)) };
}
