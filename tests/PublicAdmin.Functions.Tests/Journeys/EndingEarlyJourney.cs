using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

public class EndingEarlyJourney
{
    [Fact]
    public async Task A_citizen_withdraws_and_the_dossier_leaves_every_work_list()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var mai = office.As("mai");
        var receipt = await mai.FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(receipt.Code, "taking");

        var withdrawn = await mai.ActAsync(receipt.Code, "withdrawal", new WithdrawalForm("Tôi nộp nhầm"));
        await office.DeliverMessagesAsync();

        Assert.Equal((Phase.Withdrawn, 7), (withdrawn.Phase, withdrawn.StatusCode));
        Assert.Empty(await office.As("officer-muong-ang").WorkAsync());
        Assert.Empty(await office.As("officer-muong-ang").WorkAsync("mine=true"));
        var late = await office.As("officer-muong-ang").SendActAsync(receipt.Code, "proposal", new ProposalForm(Decision.Grant, "x", "y"))
            .ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal("dossier-wrong-phase", late.Code);
        Assert.Contains("Đã rút", late.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clerk_refuses_at_intake_and_the_citizen_reads_why()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));

        await office.As("clerk-muong-ang").ActAsync(
            receipt.Code, "refusal", new ReasonForm("Nơi cư trú không thuộc xã Mường Ảng", "Nghị định 123/2015/NĐ-CP, Điều 21"));

        var seen = await office.As("mai").ReadDossierAsync(receipt.Code);
        Assert.Equal((Phase.NotAccepted, 3, "Nơi cư trú không thuộc xã Mường Ảng"), (seen.Phase, seen.StatusCode, seen.Reason));
        Assert.Equal([Act.NoteCorrection], seen.MayDo); // What is wrong about oneself may be noted for as long as it is held.
    }

    [Fact]
    public async Task A_leader_stops_a_dossier_with_the_rule_it_rests_on()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var receipt = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");

        var stopped = await office.As("leader-muong-ang").ActAsync(
            receipt.Code, "stop", new ReasonForm("Tòa án đã thụ lý vụ việc", "Thông tư 03/2025/TT-VPCP, Điều 7"));

        Assert.Equal((Phase.Stopped, 8), (stopped.Phase, stopped.StatusCode));
    }
}
