using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Lists;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Submission;

/// <summary>An organisation signs in with its own account; who does so for it stands beside it.</summary>
public sealed class OrganisationTests
{
    private const string Cooperative = "cooperative";
    private const string Code = "5600123456";

    [Fact]
    public async Task An_organisation_files_reads_and_tracks_its_own_dossier()
    {
        await using var office = await Office.OpenAsync();
        using var http = office.As(Cooperative);
        var upload = await http.SendFileAsync(SampleScans.Pdf());
        var receipt = await http.FileAsync(Filing(office).Asking("1.004884") with { Papers = [new PaperForm("giay-to-cu", upload)] });
        await office.DeliverMessagesAsync();

        var read = await http.ReadDossierAsync(receipt.Code);
        var mine = await Counter.ReadAsync<PageOf<DossierSummary>>(await http.GetAsync("/api/dossiers"), HttpStatusCode.OK);

        Assert.Equal((ApplicantKind.Organisation, Code), (read.Applicant.Kind, read.Applicant.PersonalNumber));
        Assert.Equal(new Representative("Lường Thị Phương", "011185000321"), read.Representative);
        Assert.Equal(receipt.Code, Assert.Single(mine.Items).Code);
        Assert.Equal(1, (await http.TrackAsync(receipt.Code, receipt.Secret)).StatusCode);
    }

    [Fact]
    public async Task What_was_accepted_lies_in_the_organisations_wallet()
    {
        await using var office = await Office.OpenAsync();
        using var http = office.As(Cooperative);
        var upload = await http.SendFileAsync(SampleScans.Pdf());
        var receipt = await http.FileAsync(Filing(office).Asking("1.004884") with { Papers = [new PaperForm("giay-to-cu", upload)] });
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");
        await office.DeliverMessagesAsync();

        var wallet = await http.GetFromJsonAsync<JsonElement>("/api/wallet");

        Assert.Equal("giay-to-cu", Assert.Single(wallet.GetProperty("items").EnumerateArray()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_draft_belongs_to_the_organisation_and_not_to_whoever_typed_it()
    {
        await using var office = await Office.OpenAsync();
        using var draft = JsonContent.Create(new { procedure = "1.004873", form = new { mucDich = "Vay vốn" } });
        Assert.True((await office.As(Cooperative).PutAsync("/api/drafts/vay-von", draft)).IsSuccessStatusCode);

        Assert.Equal(HttpStatusCode.OK, (await office.As(Cooperative).GetAsync("/api/drafts/vay-von")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.As("mai").GetAsync("/api/drafts/vay-von")).StatusCode);
    }

    [Fact]
    public async Task Under_its_account_nobody_files_for_somebody_else()
    {
        await using var office = await Office.OpenAsync();
        using var http = office.As(Cooperative);

        var another =
            await http.SendFilingAsync(Filing(office) with { Applicant = new ApplicantForm("Công ty khác", "5600999999", Kind: ApplicantKind.Organisation) })
                .ProblemAsync(HttpStatusCode.Forbidden);
        var oneself = await http.SendFilingAsync(Filing(office) with { Applicant = new ApplicantForm("Lường Thị Phương", "011185000321") })
            .ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal(("applicant-not-your-organisation", "applicant-not-your-organisation"), (another.Code, oneself.Code));
    }

    [Fact]
    public async Task Me_tells_organisation_and_representative_apart()
    {
        await using var office = await Office.OpenAsync();

        var me = await office.As(Cooperative).GetFromJsonAsync<JsonElement>("/api/me");

        Assert.Equal((Code, "011185000321"), (me.GetProperty("organisation").GetString(), me.GetProperty("personalNumber").GetString()));
    }

    private static FilingForm Filing(Office office) => Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with
    {
        Applicant = new ApplicantForm("Hợp tác xã cà phê Mường Ảng", Code, "02153865000", Kind: ApplicantKind.Organisation),
    };
}
