using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Results;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>Dossiers on their straight way: filed with papers, drafted from the form, signed, returned, rated, certified, linked.</summary>
internal static class DeskChapter
{
    public const string Place = "muong-ang";

    public static async Task GoAsync(FuzzedOffice office)
    {
        await BirthAsync(office);
        await CopyAsync(office);
        await LinkedAsync(office);
        await PortalAsync(office);
        await ElsewhereAsync(office);
    }

    public static async Task<string> FiledAsync(FuzzedOffice office, string persona = "mai") =>
        (await office.As(persona).FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")))).Code.ToString();

    public static async Task<string> TakenAsync(FuzzedOffice office)
    {
        var code = await FiledAsync(office);
        await office.SayAsync($"clerk-{Place}", $"POST /api/dossiers/{code}/acceptance");
        await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{code}/taking");
        await office.SayAsync($"officer-{Place}", $"GET /api/dossiers/{code}/act-costs");
        await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{code}/release");
        await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{code}/taking");
        return code;
    }

    /// <summary>From a proposal to the return.</summary>
    public static async Task<string> FinishedAsync(FuzzedOffice office)
    {
        var code = await TakenAsync(office);
        await FinishAsync(office, code);
        return code;
    }

    private static async Task FinishAsync(FuzzedOffice office, string code)
    {
        await office.DecideAsync(Place, DossierCode.Parse(code));
        await office.DeliverMessagesAsync();
        await office.PayWhatIsLeftAsync(Place, DossierCode.Parse(code));
        await office.SayAsync($"clerk-{Place}", $"POST /api/dossiers/{code}/return", new ReturnForm());
        await office.DeliverMessagesAsync();
    }

    // The returned paper, to whoever checks it and to the next form.
    private static async Task ShownAsync(FuzzedOffice office, string code)
    {
        foreach (var (who, door) in new[] { ((string?)null, "POST /api/verification"), ("mai", "POST /api/procedures/1.001193/prefill-result") })
        {
            using var result = new ByteArrayContent(await office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/result"))
            { Headers = { { "Content-Type", "application/pdf" } } };
            await office.SayAsync(who, door, result);
        }
    }

    private static async Task BirthAsync(FuzzedOffice office)
    {
        var scan = await office.As("mai").SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH"));
        await office.SayAsync("mai", $"GET /api/uploads/{scan}");
        var filed = await office.As("mai").FileAsync(Filings.Birth(office.OfficeOf($"clerk-{Place}"), new PaperForm("chung-sinh", scan)));
        var code = filed.Code.ToString();
        await office.SayAsync($"clerk-{Place}", $"POST /api/dossiers/{code}/acceptance");
        await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{code}/taking");
        await office.SayAsync(
            $"officer-{Place}", $"POST /api/dossiers/{code}/corrections", new { answers = new { childName = "Lò Minh Ân" }, reason = "Theo giấy chứng sinh" });
        var wanted = new { given = new { registered = "12/2026", personalNumber = "011226000001" } };
        var draft = await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{code}/result-content", wanted);
        await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{code}/result-preview", new { content = draft.At("content") });
        await FinishAsync(office, code);
        await office.SayAsync($"leader-{Place}", $"GET /api/dossiers/{code}/approved-paper");
        await office.SayAsync("mai", $"GET /api/dossiers/{code}/documents/1");
        await office.SayAsync("mai", $"POST /api/dossiers/{code}/rating", new { satisfied = true });
        await office.SayAsync(null, "POST /api/tracking", new { code, secret = filed.Secret });
        using var page = new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code, ["secret"] = filed.Secret });
        await office.SayAsync(null, "POST /track", page);
        await ShownAsync(office, code);
        var dossier = (await office.Inner.The<DossierStore>().FindAsync(filed.Code, default))!.Dossier;
        var token = await office.Inner.The<QrTokens>().MakeAsync(dossier, isResult: true, default);
        await office.SayAsync(null, $"GET /api/verification/{token}");
        await office.SayAsync(null, $"GET /verify/{token}");
    }

    private static async Task CopyAsync(FuzzedOffice office)
    {
        var clerk = office.As($"clerk-{Place}");
        var upload = await clerk.SendFileAsync(SampleScans.Png(), "bằng tốt nghiệp.png", onBehalfOf: Filings.Mai.PersonalNumber);
        var code = (await clerk.FileAsync(Filings.CertifiedCopy(office.OfficeOf($"clerk-{Place}"), new PaperForm("ban-chinh", upload)))).Code;
        await office.DeliverMessagesAsync();
        await office.SayAsync($"clerk-{Place}", $"POST /api/dossiers/{code}/acceptance");
        await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{code}/taking");
        await office.SayAsync($"leader-{Place}", $"POST /api/dossiers/{code}/extension", new { newDay = "2026-11-23", reason = "Nhiều trang" });
        await office.SayAsync($"leader-{Place}", $"POST /api/dossiers/{code}/scans/ban-chinh/certified-copy");
        await office.SayAsync($"leader-{Place}", $"GET /api/dossiers/{code}/scans/ban-chinh/certified-copy");
        await office.SayAsync($"leader-{Place}", $"GET /api/dossiers/{code}/scans/ban-chinh");
    }

    private static async Task LinkedAsync(FuzzedOffice office)
    {
        var code = (await office.As("mai").FileAsync(Filings.LinkedBirth(office.OfficeOf($"clerk-{Place}")))).Code;
        await office.DeliverMessagesAsync();
        var birth = (await office.PartAsync(code, "khai-sinh")).ToString();
        await office.SayAsync($"clerk-{Place}", $"POST /api/dossiers/{birth}/acceptance");
        await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{birth}/taking");
        await FinishAsync(office, birth);
        await office.SayAsync(
            $"clerk-{Place}", $"POST /api/dossiers/{code}/parts/thuong-tru/reports", new { status = "newlyRegistered", evidence = "Gói tin số 1" });
    }

    private static async Task PortalAsync(FuzzedOffice office)
    {
        await FiledAsync(office, "portal");
        await office.DeliverMessagesAsync();
        await office.SayAsync("portal", "GET /api/portal/changes");
        var code = await FiledAsync(office, "portal");
        await office.DeliverMessagesAsync();
        await office.SayAsync("portal", "POST /api/portal/acknowledgements", new { items = new[] { new { code, version = 1 } } });
        await office.SayAsync("portal", "PUT /api/mirrors/G17-261120-0042", new
        {
            procedure = "1.014027",
            office = office.OfficeOf($"clerk-{Place}"),
            applicant = "Vừ Thị Mỷ",
            personalNumber = "011150000789",
            status = "received",
            submittedAt = Given.At("2026-11-20 08:30"),
            changedAt = Given.At("2026-11-20 08:40"),
        });
    }

    private static async Task ElsewhereAsync(FuzzedOffice office)
    {
        var code = await TakenAsync(office);
        await office.SayAsync($"officer-{Place}", $"PUT /api/dossiers/{code}/result-paper", SampleScans.Jpeg());
    }
}
