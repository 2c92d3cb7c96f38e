using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

/// <summary>A dossier taken by mistake goes back into the queue, by its officer alone, and nothing else changes.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public void What_is_put_back_waits_for_anybody_of_the_agency_again_with_the_same_deadline()
    {
        var released = ADossier.Assigned.Apply(new Released(ADossier.ByOfficer));

        Assert.Equal((Phase.Received, null, ADossier.Assigned.Holding), (released.Phase, released.Handler, released.Holding));
        Assert.Equal(ADossier.Assigned.Deadline, released.Deadline);
    }

    [Fact]
    public async Task Only_the_officer_in_charge_puts_it_back_and_it_can_be_taken_again()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("leader-muong-ang").ActAsync(code, "assignment", new AssignmentForm(OfficePeople.IdOf("officer-muong-ang")));

        var released = await office.As("officer-muong-ang").ActAsync(code, "release");
        using var again = await office.As("officer-muong-ang").PostAsync($"/api/dossiers/{code}/release", null);
        var taken = await office.As("officer-muong-ang").ActAsync(code, "taking");

        Assert.Equal((Phase.Received, null), (released.Phase, released.Handler));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal((Phase.Assigned, OfficePeople.IdOf("officer-muong-ang")), (taken.Phase, taken.Handler));
        Assert.Equal("dossier-not-yours", ADossier.Assigned.Release(ADossier.ByOfficer with { By = "somebody-else" }).Refusal?.Code);
    }

    [Fact]
    public async Task The_leader_who_gave_it_takes_it_back_and_no_other_does()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        var given = await office.As("leader-muong-ang").ActAsync(code, "assignment", new AssignmentForm(OfficePeople.IdOf("officer-muong-ang")));

        var released = await office.As("leader-muong-ang").ActAsync(code, "release");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        var officers = await office.As("leader-muong-ang").PostAsync($"/api/dossiers/{code}/release", null).ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Contains(Act.Release, given.MayDo);
        Assert.Equal((Phase.Received, null), (released.Phase, released.Handler));
        Assert.Equal("dossier-not-yours", officers.Code);
    }

    [Fact]
    public async Task What_somebody_has_done_something_with_since_is_not_taken_back()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        var given = await office.As("leader-muong-ang").ActAsync(code, "assignment", new AssignmentForm(OfficePeople.IdOf("officer-muong-ang")));
        await office.As("officer-muong-ang").ActAsync(code, "verification", new VerificationForm("Xác minh nơi cư trú trước"));

        var refused = await office.As("leader-muong-ang").SendActAsync(code, "release", ifMatch: given.Version);

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
    }
}
