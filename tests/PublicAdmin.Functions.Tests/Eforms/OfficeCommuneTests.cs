using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>Rules about the competent agency's own commune, which no answer holds.</summary>
public sealed class OfficeCommuneTests
{
    private const string Clerk = "clerk-muong-ang";

    [Fact]
    public async Task Land_in_another_commune_than_the_competent_one_is_refused_at_its_address_when_filed_and_when_tried()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        using var mai = office.As("mai");
        var filing = Filings.MaritalStatus(office.OfficeOf(Clerk)).Asking("1.013967");

        var elsewhere = await mai.SendFilingAsync(filing with { PlaceUnit = Filings.MuongPhang });
        var tried = await mai.PostAsJsonAsync("/api/procedures/1.013967/form", new { answers = filing.Form, commune = Filings.MuongPhang });
        var here = await mai.FileAsync(filing with { PlaceUnit = Filings.MuongAng });

        var error = (await elsewhere.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray().Single();
        Assert.Equal(("form.parcelAddress", "hoa-giai-dat-dai.in-commune"), (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
        Assert.Equal("hoa-giai-dat-dai.in-commune", (await tried.ReadAsync()).GetProperty("errors").EnumerateArray().Single().GetProperty("code").GetString());
        var form = (await mai.GetFromJsonAsync<JsonElement>($"/api/dossiers/{here.Code}/answers")).GetProperty("form");
        Assert.Equal(Filings.MuongAng, form.GetProperty("commune").GetString());
    }
}
