using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

/// <summary>Registers answer while officials act: what only the office itself wrote makes nobody do anything twice.</summary>
public class LookedUpMeanwhileTests
{
    [Fact]
    public async Task An_answer_of_a_register_in_between_refuses_no_act()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var receipt = office.OfficeOf("clerk-muong-ang");
        var codes = new List<DossierCode>();
        for (var n = 0; n < 24; n++)
        {
            codes.Add((await office.As("mai").FileAsync(Filings.MaritalStatus(receipt) with { LookUpConsent = true })).Code);
        }

        using var clerk = office.As("clerk-muong-ang");
        var reading = office.DeliverMessagesAsync();
        var accepted = await Task.WhenAll(codes.Select(code => clerk.SendActAsync(code, "acceptance")));
        await reading;

        Assert.All(accepted, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }
}
