using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Dossiers;

/// <summary>One test per event: what it moves.</summary>
public class DossierHistoryTests
{
    [Fact]
    public void A_filing_becomes_a_registered_dossier_at_the_receiving_desk()
    {
        Assert.Equal(
            (Phase.Registered, ADossier.Commune, "mai", 1),
            (ADossier.Registered.Phase, ADossier.Registered.Desk, ADossier.Registered.Filer, ADossier.Registered.PaperCount));
        Assert.Equal(["chung-sinh"], ADossier.Registered.Components);
        Assert.Null(ADossier.Registered.Deadline);
    }

    [Fact]
    public void Finding_the_competent_agency_does_not_move_the_dossier()
    {
        var found = ADossier.Registered.Apply(new CompetenceFound(ADossier.LandOffice, ADossier.ByClerk));

        Assert.Equal((ADossier.LandOffice, Phase.Registered, ADossier.Commune), (found.Places.Competent, found.Phase, found.Holding));
    }

    [Fact]
    public void Acceptance_starts_the_clock_and_hands_the_dossier_to_the_competent_agency()
    {
        var elsewhere = ADossier.Registered with { Places = ADossier.Registered.Places with { Competent = ADossier.LandOffice } };

        var accepted = elsewhere.Apply(new Accepted(ADossier.Deadline, new ProcedurePin("1.001193", "2025-07-01", "2026.1"), ADossier.ByClerk));

        Assert.Equal((Phase.Received, ADossier.LandOffice, HandOverState.Given), (accepted.Phase, accepted.Holding, accepted.HandOver));
        Assert.Equal(ADossier.Deadline, accepted.Deadline);
        Assert.Equal("2026.1", accepted.Procedure.Calendar);
        Assert.Equal([ADossier.Commune, ADossier.LandOffice], accepted.Offices);
    }

    [Fact]
    public void A_refusal_at_intake_ends_the_dossier_with_its_reason() =>
        Assert.Equal(
            (Phase.NotAccepted, "Không thuộc thẩm quyền", false), (ADossier.NotAccepted.Phase, ADossier.NotAccepted.Reason, ADossier.NotAccepted.IsOpen));

    [Fact]
    public void While_the_citizen_searches_the_clock_stands_still()
    {
        Assert.Equal((Phase.SupplementRequested, 1), (ADossier.SupplementRequested.Phase, ADossier.SupplementRequested.SupplementRounds));
        var pause = Assert.Single(ADossier.SupplementRequested.Pauses);
        Assert.Equal((PauseKind.Supplement, ADossier.ByOfficer.At, null), (pause.Kind, pause.From, pause.To));
    }

    [Fact]
    public void Before_acceptance_there_is_no_clock_to_stop()
    {
        var asked = ADossier.Registered.Apply(ADossier.Registered.RequestSupplement(ADossier.MissingBirthNotice, PausePolicy.Pause, ADossier.ByClerk).Value);

        Assert.Empty(asked.Pauses);
        Assert.Equal((Phase.SupplementRequested, ADossier.Commune), (asked.Phase, asked.Desk));
    }

    [Fact]
    public void A_supplement_brings_the_dossier_back_to_where_it_was_and_moves_the_end_but_never_the_promise()
    {
        var later = ADossier.Deadline with { DueAt = ADossier.Deadline.DueAt.AddDays(1), OwedAt = ADossier.Deadline.OwedAt.AddDays(1) };

        var continued = ADossier.SupplementRequested.Apply(new Supplemented(
            [new Paper("2", "to-khai", "Tờ khai.pdf", Lineage.Scanned, "upload-2")], null, later, ADossier.ByMai with { At = ADossier.Morning.AddDays(1) }));

        Assert.Equal((Phase.Assigned, 2), (continued.Phase, continued.PaperCount));
        Assert.Null(continued.Asked);
        Assert.Equal(ADossier.Deadline.PromisedAt, continued.Deadline!.PromisedAt);
        Assert.Equal(later.DueAt, continued.Deadline.DueAt);
        Assert.Equal(ADossier.Morning.AddDays(1), Assert.Single(continued.Pauses).To);
        Assert.Equal(["chung-sinh", "to-khai"], continued.Components);
    }

    [Fact]
    public void An_assignment_names_the_officer_in_charge()
    {
        var assigned = ADossier.Received.Apply(new Assigned("officer-2", ADossier.ByLeader));

        Assert.Equal((Phase.Assigned, "officer-2", HandOverState.Taken), (assigned.Phase, assigned.Handler, assigned.HandOver));
    }

    [Fact]
    public void Taking_a_dossier_closes_the_hand_over() =>
        Assert.Equal(
            (Phase.Assigned, ADossier.ByOfficer.By, HandOverState.Taken), (ADossier.Assigned.Phase, ADossier.Assigned.Handler, ADossier.Assigned.HandOver));

    [Fact]
    public void A_transfer_frees_the_dossier_for_the_other_agency()
    {
        var moved = ADossier.Assigned.Apply(new Transferred(ADossier.Commune, ADossier.LandOffice, "Đo đạc", ADossier.ByOfficer));

        Assert.Equal((Phase.Received, ADossier.LandOffice, null, HandOverState.Given), (moved.Phase, moved.Holding, moved.Handler, moved.HandOver));
        Assert.Equal([ADossier.Commune, ADossier.LandOffice], moved.Offices);
    }

    [Fact]
    public void A_proposal_lies_before_the_leader() =>
        Assert.Equal(
            (Phase.Proposed, Decision.Grant, ADossier.ByOfficer.By),
            (ADossier.Proposed.Phase, ADossier.Proposed.Proposal!.Outcome, ADossier.Proposed.Proposal.By));

    [Fact]
    public void A_proposal_sent_back_returns_to_its_officer_with_the_reason()
    {
        var back = ADossier.Proposed.Apply(new SentBack("Sai tên mẹ", ADossier.ByLeader));

        Assert.Equal((Phase.Assigned, "Sai tên mẹ", ADossier.ByOfficer.By), (back.Phase, back.Reason, back.Handler));
    }

    [Fact]
    public void An_approval_names_the_leader() => Assert.Equal((Phase.Approved, ADossier.ByLeader.By), (ADossier.Approved.Phase, ADossier.Approved.Approver));

    [Fact]
    public void An_issued_result_waits_at_the_receiving_desk_and_the_work_is_done()
    {
        Assert.Equal(
            (Phase.Issued, ADossier.Commune, "12/GKS", ADossier.ByLeader.At),
            (ADossier.Issued.Phase, ADossier.Issued.Desk, ADossier.Issued.Result!.Number, ADossier.Issued.DoneAt));
        Assert.Equal(ADossier.Proposed.Proposal!.Hash, ADossier.Issued.Result.ProposalHash);
    }

    [Fact]
    public void A_returned_dossier_is_closed() => Assert.Equal((Phase.Returned, false), (ADossier.Returned.Phase, ADossier.Returned.IsOpen));

    [Fact]
    public void A_financial_duty_stops_the_clock_and_is_due() =>
        Assert.Equal(
            (Phase.FinancialDuty, PaymentState.Due, PauseKind.FinancialDuty),
            (ADossier.FinancialDuty.Phase, ADossier.FinancialDuty.Payment, ADossier.FinancialDuty.Pauses[0].Kind));

    [Fact]
    public void After_the_duty_the_work_goes_on()
    {
        var resumed = ADossier.FinancialDuty.Apply(
            new Resumed("Đã nộp", ADossier.Deadline with { DueAt = ADossier.Deadline.DueAt.AddHours(2) },
                ADossier.ByOfficer with { At = ADossier.Morning.AddHours(2) }));

        Assert.Equal((Phase.Assigned, ADossier.Deadline.DueAt.AddHours(2)), (resumed.Phase, resumed.Deadline!.DueAt));
        Assert.Equal(ADossier.Morning.AddHours(2), resumed.Pauses[0].To);
    }

    [Fact]
    public void A_stop_ends_the_dossier_with_its_reason() => Assert.Equal((Phase.Stopped, false), (ADossier.Stopped.Phase, ADossier.Stopped.IsOpen));

    [Fact]
    public void A_withdrawal_ends_the_dossier() =>
        Assert.Equal((Phase.Withdrawn, "Nộp nhầm", false), (ADossier.Withdrawn.Phase, ADossier.Withdrawn.Reason, ADossier.Withdrawn.IsOpen));

    [Fact]
    public void A_fee_changes_the_payment_and_nothing_else()
    {
        var paid = ADossier.Assigned.Apply(new FeeRecorded(8_000, "BL 001", ADossier.ByClerk));

        Assert.Equal((PaymentState.Paid, Phase.Assigned), (paid.Payment, paid.Phase));
    }

    [Fact]
    public void What_the_portal_has_confirmed_never_goes_back()
    {
        var confirmed = ADossier.Assigned.Apply(new PortalAcknowledged(7, ADossier.ByClerk)).Apply(new PortalAcknowledged(5, ADossier.ByClerk));

        Assert.Equal(7, confirmed.Portal.Heard);
    }

    [Fact]
    public void Each_new_phase_leaves_a_milestone() =>
        Assert.Equal(
            [Phase.Registered, Phase.Received, Phase.Assigned, Phase.Proposed, Phase.Approved, Phase.Issued, Phase.Returned],
            ADossier.Returned.Milestones.Select(milestone => milestone.Phase));

    [Theory]
    [MemberData(nameof(EveryPhase))]
    public void Every_phase_has_a_national_status_and_words_in_both_languages(Phase phase)
    {
        var text = PhaseTexts.Of(phase);

        Assert.InRange((int)phase.National(), 1, 10);
        Assert.All([text.Name.Vi, text.Name.En, text.Next.Vi, text.Next.En], words => Assert.NotEmpty(words));
    }

    public static TheoryData<Phase> EveryPhase() => new(Enum.GetValues<Phase>());
}
