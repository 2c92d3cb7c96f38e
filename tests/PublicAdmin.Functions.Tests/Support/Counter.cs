using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Processing.Lists;
using PublicAdmin.Submission;
using PublicAdmin.Tracking;

namespace PublicAdmin.Tests.Support;

/// <summary>What people do at the office's doors, each over HTTP as its own client would.</summary>
internal static class Counter
{
    public static async Task<FilingReceipt> FileAsync(this HttpClient http, FilingForm form, string? key = null) =>
        await ReadAsync<FilingReceipt>(await http.SendFilingAsync(form, key), HttpStatusCode.Created);

    public static Task<HttpResponseMessage> SendFilingAsync(this HttpClient http, FilingForm form, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/dossiers") { Content = JsonContent.Create(form, options: OfficeJson.Options) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        return http.SendAsync(request);
    }

    /// <summary>An act that must succeed; answers the dossier as its actor sees it afterwards.</summary>
    public static async Task<DossierView> ActAsync(this HttpClient http, DossierCode code, string act, object? body = null) =>
        await ReadAsync<DossierView>(await http.SendActAsync(code, act, body), HttpStatusCode.OK);

    public static Task<HttpResponseMessage> SendActAsync(
        this HttpClient http, DossierCode code, string act, object? body = null, long? ifMatch = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/dossiers/{code}/{act}")
        {
            Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: OfficeJson.Options),
        };
        if (ifMatch is not null)
        {
            request.Headers.Add("If-Match", $"\"{ifMatch}\"");
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return http.SendAsync(request);
    }

    public static async Task<DossierView> ReadDossierAsync(this HttpClient http, DossierCode code) =>
        await ReadAsync<DossierView>(await http.GetAsync($"/api/dossiers/{code}"), HttpStatusCode.OK);

    public static async Task<IReadOnlyList<HistoryLine>> HistoryAsync(this HttpClient http, DossierCode code) =>
        await ReadAsync<List<HistoryLine>>(await http.GetAsync($"/api/dossiers/{code}/history"), HttpStatusCode.OK);

    public static async Task<PublicStatus> TrackAsync(this HttpClient http, DossierCode code, string secret) =>
        await ReadAsync<PublicStatus>(
            await http.PostAsJsonAsync("/api/tracking", new TrackingForm(code.ToString(), secret), OfficeJson.Options), HttpStatusCode.OK);

    public static async Task<IReadOnlyList<WorkItem>> WorkAsync(this HttpClient http, string query = "") =>
        (await ReadAsync<PageOf<WorkItem>>(await http.GetAsync($"/api/work?{query}"), HttpStatusCode.OK)).Items;

    public static async Task<IReadOnlyList<DossierSummary>> SearchAsync(this HttpClient http, string words) =>
        (await ReadAsync<PageOf<DossierSummary>>(
            await http.PostAsJsonAsync("/api/search", new SearchForm(words), OfficeJson.Options), HttpStatusCode.OK)).Items;

    /// <summary>Officer takes and proposes, leader approves, registrar issues, clerk returns.</summary>
    public static async Task ProcessToTheEndAsync(
        this IOffice office, string place, DossierCode code, string? number = null, ProposalForm? proposal = null)
    {
        await office.As($"officer-{place}").ActAsync(code, "taking");
        await office.DecideAsync(place, code, number, proposal);
        await office.DeliverMessagesAsync(); // Nothing is returned before it is sealed, or before it is paid.
        await office.PayWhatIsLeftAsync(place, code);
        await office.As($"clerk-{place}").ActAsync(code, "return", new ReturnForm());
    }

    /// <summary>The cashier of the receiving desk takes what is still owed, if anything is.</summary>
    public static async Task PayWhatIsLeftAsync(this IOffice office, string place, DossierCode code)
    {
        var cashier = office.As($"cashier-{place}");
        if ((await cashier.ReadDossierAsync(code)).Fee is { State: PaymentState.Due, Left: var left })
        {
            await cashier.ActAsync(code, "payment", new FeeForm(left ?? 0, $"BL {code}"));
        }
    }

    /// <summary>Officer proposes, leader approves what was read, registrar issues.</summary>
    public static async Task DecideAsync(this IOffice office, string place, DossierCode code, string? number = null, ProposalForm? proposal = null)
    {
        var officer = office.As($"officer-{place}");
        proposal ??= await officer.ProposalAsync(code);
        await officer.ActAsync(code, "proposal", proposal);
        var leader = office.As($"leader-{place}");
        var read = await leader.ReadDossierAsync(code);
        await leader.ActAsync(code, "approval", new ApprovalForm(read.Proposal!.Hash));
        await office.As($"registrar-{place}").ActAsync(code, "issue", new IssueForm(proposal.Elsewhere is null ? number ?? code.ToString() : null));
    }

    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, HttpStatusCode expected)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected,
            $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}: {(int)response.StatusCode} {body}");
        return System.Text.Json.JsonSerializer.Deserialize<T>(body, OfficeJson.Stored)!;
    }

    /// <summary>The refusal of a problem+json answer.</summary>
    public static async Task<Problem> ProblemAsync(this Task<HttpResponseMessage> asked, HttpStatusCode expected)
    {
        var response = await asked;
        var problem = await ReadAsync<Problem>(response, expected);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return problem;
    }
}

/// <summary>What the tests read of a problem+json answer.</summary>
internal sealed record Problem(string Code, string Detail, string? Field, long? Version, IReadOnlyList<HistoryLine>? Changes);
