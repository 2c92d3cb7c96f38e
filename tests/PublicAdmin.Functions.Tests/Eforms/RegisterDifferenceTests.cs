using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>Where the citizen and a register say different things, the office reads both and the form stays as it was signed.</summary>
public sealed class RegisterDifferenceTests
{
    private const string Clerk = "clerk-muong-ang";

    [Fact]
    public async Task Where_a_register_says_otherwise_theoffice_sees_both()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var filing = Filings.MaritalStatus(office.OfficeOf(Clerk)) with { LookUpConsent = true };
        var code = (await office.As("mai").FileAsync(filing)).Code;
        await office.DeliverMessagesAsync();

        var seen = (await LinesAsync(office.As(Clerk), code)).Where(line => line["held"] is not null).ToList();
        var citizen = await LinesAsync(office.As("mai"), code);

        var differing = Assert.Single(seen, line => (string?)line["key"] == "personBirthDate");
        Assert.Equal(("02/03/1995", "12/04/1995", "DC-000123"),
            ((string?)differing["text"], (string?)differing["held"]!["text"], (string?)differing["held"]!["reference"]));
        Assert.DoesNotContain(seen, line => (string?)line["key"] is "personName" or "personSex" or "personResidence");
        Assert.All(citizen, line => Assert.Null(line["held"]));
    }

    private static async Task<List<JsonNode>> LinesAsync(HttpClient reader, DossierCode code) =>
    [
        .. (await reader.GetFromJsonAsync<JsonNode>($"/api/dossiers/{code}/answers"))!["sections"]!.AsArray()
            .SelectMany(section => section!["lines"]!.AsArray()).OfType<JsonNode>(),
    ];
}
