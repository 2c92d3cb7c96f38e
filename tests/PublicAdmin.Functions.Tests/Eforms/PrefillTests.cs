using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Documents;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

public sealed class PrefillTests
{
    private const string Birth = "/api/procedures/1.001193/prefill";

    [Fact]
    public async Task What_was_said_for_an_earlier_dossier_is_proposed_again_and_says_where_it_comes_from()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        using var mai = office.As("mai");
        var earlier = await mai.FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));

        var made = await mai.GetFromJsonAsync<JsonElement>($"/api/procedures/1.001193/prefill?from={earlier.Code}");

        var values = made.GetProperty("values").EnumerateArray().ToDictionary(value => value.GetProperty("field").GetString()!);
        var (name, phone) = (values["requesterName"], values["requesterPhone"]);
        Assert.Equal(("Lò Thị Mai", "signIn"), (name.GetProperty("value").GetString(), name.GetProperty("source").GetString()));
        Assert.True(name.GetProperty("locked").GetBoolean());
        Assert.Equal(("0912345678", "earlierDossier"), (phone.GetProperty("value").GetString(), phone.GetProperty("source").GetString()));
        Assert.Equal(earlier.Code.ToString(), phone.GetProperty("dossier").GetString());
        Assert.Equal("03256", values["requesterResidence"].GetProperty("value").GetProperty("commune").GetString());
    }

    [Fact]
    public async Task Nobody_is_proposed_what_somebody_else_said()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var others = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));

        var refused = await office.As("thanh").GetAsync($"/api/procedures/1.001193/prefill?from={others.Code}").ProblemAsync(HttpStatusCode.NotFound);
        var own = await office.As("thanh").GetFromJsonAsync<JsonElement>("/api/procedures/1.001193/prefill");

        Assert.Equal("dossier-not-found", refused.Code);
        Assert.All(own.GetProperty("values").EnumerateArray(), value => Assert.Equal("signIn", value.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task The_register_hears_of_the_consent_and_one_that_is_away_keeps_nobody_from_filling_in()
    {
        await using var gateway = await RecordServer.StartAsync();
        await using var office = await Office.OpenAsync(settings: gateway.Settings);
        using var mai = office.As("mai");

        var unknown = (await (await mai.PostAsJsonAsync(Birth, new { consent = true })).ReadAsync()).GetProperty("values").EnumerateArray();
        gateway.Answer = 503;
        var away = await mai.PostAsJsonAsync(Birth, new { consent = true }).ProblemAsync(HttpStatusCode.ServiceUnavailable);

        Assert.All(unknown, value => Assert.Equal("signIn", value.GetProperty("source").GetString()));
        Assert.Equal("register-away", away.Code);
        var question = gateway.Asked.First();
        Assert.StartsWith("prefill-l", question.Dossier, StringComparison.Ordinal);
        Assert.Equal(("011195000123", ConsentKind.OwnAccount), (question.Subject, question.ConsentKind));
    }
}
