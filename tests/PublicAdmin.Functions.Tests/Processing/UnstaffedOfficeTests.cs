using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

/// <summary>No act moves a dossier to an office where nobody would ever open it.</summary>
public sealed class UnstaffedOfficeTests
{
    // Mường Mùn: an office of the province in whose directory nobody is appointed.
    private const string Nobody = "H18.90";
    private const string NobodysUnit = "03268";

    [Fact]
    public async Task A_transfer_to_an_office_without_staff_is_refused_and_the_dossier_stays()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        var officer = office.As("officer-muong-ang");
        await officer.ActAsync(code, "taking");

        var refused = await officer.SendActAsync(code, "transfer", new TransferForm(Nobody, "Chuyển công an xã"))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("office-without-staff", "office"), (refused.Code, refused.Field));
        Assert.Equal(office.OfficeOf("officer-muong-ang"), (await officer.ReadDossierAsync(code)).Holding);
    }

    [Fact]
    public async Task Acceptance_hands_nothing_to_a_competent_agency_without_staff()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var clerk = office.As("clerk-muong-ang");
        var filing = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { ResidenceUnit = NobodysUnit, Channel = Channel.Counter };
        var code = (await clerk.FileAsync(filing)).Code;

        var refused = await clerk.SendActAsync(code, "acceptance").ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("office-without-staff", refused.Code);
        Assert.Equal(Phase.Registered, (await clerk.ReadDossierAsync(code)).Phase);
    }

    [Fact]
    public async Task Nor_is_such_an_agency_named_as_the_competent_one()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var clerk = office.As("clerk-center");
        var filing = Filings.MaritalStatus(office.OfficeOf("clerk-center")) with { Channel = Channel.Counter, ResidenceUnit = null };
        var code = (await clerk.FileAsync(filing)).Code;

        var refused = await clerk.SendActAsync(code, "competence", new CompetenceForm(Nobody)).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("office-without-staff", "office"), (refused.Code, refused.Field));
        Assert.Null((await clerk.ReadDossierAsync(code)).Places.Competent);
    }
}
