using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Procedures;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>One office where every case of every procedure comes over the counter.</summary>
public sealed class BusyOffice : IAsyncLifetime, IAsyncDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly ProcedureCatalogue Catalogue = new();

    public Office Office { get; private set; } = null!;

    public IReadOnlyList<string> Settings { get; init; } = [];

    public async Task InitializeAsync() => Office = await Office.OpenInMemoryAsync("2026-11-20T02:00Z", [.. Settings]);

    public Task DisposeAsync() => Office.DisposeAsync().AsTask();

    ValueTask IAsyncDisposable.DisposeAsync() => Office.DisposeAsync();

    // A linked case is decided part by part.
    public async Task<DossierCode> TakenAsync(string procedure, string? formCase, Action<JsonNode>? change = null)
    {
        using var clerk = Office.As("clerk-muong-ang");
        var code = (await clerk.FileAsync(await FilingAsync(procedure, formCase, change))).Code;
        await Office.DeliverMessagesAsync();
        var parts = (await clerk.ReadDossierAsync(code)).Linked?.Parts ?? [];
        code = parts.Select(part => DossierCode.TryParse(part.Code, out var opened) ? opened : null).FirstOrDefault(opened => opened is not null) ?? code;
        await clerk.ActAsync(code, "acceptance");
        await Office.As("officer-muong-ang").ActAsync(code, "taking");
        return code;
    }

    public async Task<FilingForm> FilingAsync(string procedure, string? formCase, Action<JsonNode>? change = null)
    {
        using var clerk = Office.As("clerk-muong-ang");
        var answers = JsonNode.Parse(ExampleAnswers.Of(procedure, formCase).GetRawText())!;
        change?.Invoke(answers);
        var example = answers.ToJsonString();
        var photo = example.Contains("upload-1", StringComparison.Ordinal) ? await SentAsync(clerk, SampleScans.Png()) : "";
        var wanted = Catalogue.Find(procedure, Today)!.Components.Where(one => one is { Required: true, Form: ComponentForm.Original or ComponentForm.Copy });
        var papers = new List<PaperForm>();
        foreach (var component in wanted)
        {
            papers.Add(new PaperForm(component.Id, await SentAsync(clerk, SampleScans.Pdf(content: $"% {Guid.NewGuid()}"))));
        }

        return new FilingForm(
            procedure, Office.OfficeOf("clerk-muong-ang"), Filings.Mai, Channel.Counter, ResidenceUnit: Filings.MuongAng, PlaceUnit: Filings.MuongAng,
            ReturnWay: ReturnWay.Counter, Form: JsonElement.Parse(example.Replace("upload-1", photo, StringComparison.Ordinal)), FormCase: formCase,
            Papers: papers);
    }

    private static Task<string> SentAsync(HttpClient clerk, byte[] file) => clerk.SendFileAsync(file, "giấy tờ", onBehalfOf: Filings.Mai.PersonalNumber);

    public static async Task<JsonNode> MadeAsync(HttpClient officer, DossierCode code, string template)
    {
        var empty = await DraftAsync(officer, code, new { template });
        var given = empty["missing"]!.AsArray().ToDictionary(line => (string)line!["key"]!, _ => "12/2026");
        return (await DraftAsync(officer, code, new { template, given }))["content"]!;
    }

    private static async Task<JsonNode> DraftAsync(HttpClient officer, DossierCode code, object wanted) =>
        await Counter.ReadAsync<JsonNode>(await officer.PostAsJsonAsync($"/api/dossiers/{code}/result-content", wanted), HttpStatusCode.OK);
}
