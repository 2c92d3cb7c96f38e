using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Site.Tests;

/// <summary>What people ask of the office without a page, so that a page has something to show.</summary>
internal static class Requests
{
    /// <summary>A numbered citizen files a dossier of their own, so that a test is alone with it.</summary>
    public static async Task<string> FileAsync(this SampleOffice office, string persona, string procedure, string summary)
    {
        var (name, number) = ($"Công dân số {persona["citizen-".Length..]}", $"011190{persona["citizen-".Length..].PadLeft(6, '0')}");
        var filed = await office.TellAsync(persona, "/api/dossiers", new
        {
            procedure,
            receipt = "H18.88",
            applicant = new { name, personalNumber = number },
            residenceUnit = "03256",
            lookUpConsent = true,
            summary,
            form = ExampleAnswers.Of(procedure),
        });
        return filed.GetProperty("code").GetString()!;
    }

    /// <summary>An officer proposes the paper made from the dossier's form, the officer's lines filled in.</summary>
    public static async Task ProposeAsync(this SampleOffice office, string officer, string code)
    {
        var draft = await office.TellAsync(officer, $"/api/dossiers/{code}/result-content", new { });
        var given = draft.GetProperty("missing").EnumerateArray().ToDictionary(line => line.GetProperty("key").GetString()!, _ => "12/2026");
        var whole = await office.TellAsync(officer, $"/api/dossiers/{code}/result-content", new { given });
        var content = whole.GetProperty("content").GetRawText();
        await office.TellAsync(officer, $"/api/dossiers/{code}/proposal", new { outcome = "grant", summary = "Đủ điều kiện.", content });
    }

    /// <summary>What somebody reads without a page.</summary>
    public static async Task<JsonElement> ReadAsync(this SampleOffice office, string persona, string path)
    {
        using var answer = await office.SendAsync(persona, HttpMethod.Get, path);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>What somebody does without a page, and must succeed.</summary>
    public static async Task<JsonElement> TellAsync(this SampleOffice office, string persona, string path, object? body = null)
    {
        using var answer = await office.SendAsync(persona, HttpMethod.Post, path, body);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, said.GetRawText());
        return said;
    }

    /// <summary>Sends a request of somebody's, under a key of its own.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        this SampleOffice office, string persona, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", await office.TokenOfAsync(persona));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return await office.Http.SendAsync(request);
    }

    /// <summary>Extracts of the civil status books at 8,000 đồng a copy, for Lò Thị Mai, filed at the counter and accepted.</summary>
    public static async Task<string> OwingAsync(this SampleOffice office)
    {
        const string Clerk = "clerk-muong-ang";
        var filed = await office.TellAsync(Clerk, "/api/dossiers", new
        {
            procedure = "2.000635",
            receipt = "H18.88",
            applicant = new { name = "Lò Thị Mai", personalNumber = "011195000123" },
            channel = "counter",
            residenceUnit = "03256",
            placeUnit = "03256",
            returnWay = "counter",
            form = ExampleAnswers.Of("2.000635"),
            fee = new { copies = 1 },
        });
        var code = filed.GetProperty("code").GetString()!;
        await office.TellAsync(Clerk, $"/api/dossiers/{code}/acceptance");
        return code;
    }
}
