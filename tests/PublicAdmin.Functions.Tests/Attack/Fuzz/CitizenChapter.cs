using PublicAdmin.Eforms.Lists;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>What citizens do besides filing, and what pages do for them.</summary>
internal static class CitizenChapter
{
    public static async Task GoAsync(FuzzedOffice office)
    {
        var form = new { form = new { purpose = "Kết hôn" }, procedure = "1.004873" };
        await office.SayAsync("mai", "PUT /api/drafts/nhap-1", form);
        await office.SayAsync("mai", "PUT /api/drafts/nhap-2", form);
        await office.SayAsync("mai", "GET /api/drafts/nhap-1");
        await office.SayAsync("mai", "DELETE /api/drafts/nhap-2");
        await office.SayAsync(
            "mai", "PUT /api/me/notifications", new { language = "vi", email = true, sms = true, zalo = false, quietFrom = "21:00", quietTo = "06:00" });
        await office.SayAsync("mai", "POST /api/procedures/1.004873/form", new { answers = ExampleAnswers.Of("1.004873") });
        await office.SayAsync("mai", "GET /api/procedures/1.004873/prefill");
        await office.SayAsync("mai", "POST /api/procedures/1.001193/prefill", new { consent = true });
        await office.SayAsync(null, "DELETE /api/session", null, ("X-Requested-With", "fetch"));
        await office.SayAsync(null, "POST /api/page-faults", new { page = "track", kind = "TypeError", file = "/assets/000000000000/all.js", line = 12 });
        await office.As("mai").AnnounceAsync(SampleScans.Png(), "thứ hai.png");
        await PhoneAsync(office);
        await PapersAsync(office);
    }

    private static async Task PhoneAsync(FuzzedOffice office)
    {
        var begun = await office.SayAsync($"clerk-{DeskChapter.Place}", "POST /api/phone-pairings", new { onBehalfOf = "011195000123" });
        var (id, secret) = (begun.At("id"), begun.At("address").Split('.')[^1]);
        var claimed = await office.SayAsync(null, $"POST /api/phone-pairings/{id}/claim", new { secret });
        using var page = new ByteArrayContent(SampleScans.Jpeg()) { Headers = { { "Content-Type", "application/octet-stream" } } };
        await office.SayAsync(null, $"POST /api/phone-pairings/{id}/pages", page, ("Pairing-Token", claimed.At("token")));
        await office.SayAsync($"clerk-{DeskChapter.Place}", $"GET /api/phone-pairings/{id}");
    }

    // What stands on a page of the site, and in the code printed on a result.
    private static async Task PapersAsync(FuzzedOffice office)
    {
        var page = await (await office.Http.GetAsync("/home")).Content.ReadAsStringAsync();
        foreach (var asset in page.Split('"').Where(part => part.StartsWith("/assets/", StringComparison.Ordinal)).Take(2))
        {
            await office.SayAsync(null, $"GET {asset}");
        }

        var list = CodeLists.Ids.First();
        await office.SayAsync(null, $"GET /api/lists/{list}");
        await office.SayAsync(null, $"GET /api/lists?ids={list}");
    }
}
