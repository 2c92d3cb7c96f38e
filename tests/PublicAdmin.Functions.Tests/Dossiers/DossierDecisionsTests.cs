using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Dossiers;

public class DossierDecisionsTests
{
    [Fact]
    public void A_dossier_nobody_is_competent_for_cannot_be_accepted()
    {
        var homeless = ADossier.Registered with { Places = ADossier.Registered.Places with { Competent = null } };

        var decision = homeless.Accept(ADossier.Deadline, homeless.Procedure, [], ADossier.ByClerk);

        Assert.Equal("dossier-competence-unknown", decision.Refusal?.Code);
    }

    [Fact]
    public void A_dossier_that_lacks_a_required_paper_cannot_be_accepted()
    {
        var decision = ADossier.Registered.Accept(
            ADossier.Deadline, ADossier.Registered.Procedure, [new MissingPaper("chung-sinh", new("Giấy chứng sinh", "Birth notice"))], ADossier.ByClerk);

        Assert.Equal("dossier-components-missing", decision.Refusal?.Code);
    }

    [Fact]
    public void Only_the_officer_in_charge_proposes()
    {
        var decision = ADossier.Assigned.Propose(Decision.Grant, "Đủ điều kiện", "Giấy khai sinh", ADossier.ByOfficer with { By = "another" });

        Assert.Equal("dossier-not-yours", decision.Refusal?.Code);
    }

    [Fact]
    public void Nobody_approves_the_own_proposal()
    {
        var decision = ADossier.Proposed.Approve(ADossier.Proposed.Proposal!.Hash, ADossier.ByLeader with { By = ADossier.ByOfficer.By });

        Assert.Equal("dossier-four-eyes", decision.Refusal?.Code);
    }

    [Fact]
    public void A_leader_approves_only_the_proposal_that_was_read()
    {
        var decision = ADossier.Proposed.Approve(new string('0', 64), ADossier.ByLeader);

        Assert.Equal("proposal-changed", decision.Refusal?.Code);
    }

    [Fact]
    public void The_same_words_for_a_grant_and_a_denial_are_two_proposals()
    {
        var grant = ADossier.Assigned.Propose(Decision.Grant, "Tóm tắt", "Nội dung", ADossier.ByOfficer).Value;
        var denial = ADossier.Assigned.Propose(Decision.Deny, "Tóm tắt", "Nội dung", ADossier.ByOfficer).Value;

        Assert.NotEqual(((Proposed)grant).Proposal.Hash, ((Proposed)denial).Proposal.Hash);
    }

    [Fact]
    public void A_dossier_is_not_transferred_to_where_it_is()
    {
        var decision = ADossier.Assigned.Transfer(ADossier.Commune, "Nhầm", ADossier.ByOfficer);

        Assert.Equal("dossier-same-office", decision.Refusal?.Code);
    }
}
