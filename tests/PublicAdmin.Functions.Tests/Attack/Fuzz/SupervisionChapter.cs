using System.Net.Http.Headers;
using System.Text;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>Those who watch over the office: delays, reminders, books, imports, what could not be delivered.</summary>
internal static class SupervisionChapter
{
    private const string Place = DeskChapter.Place;
    private const string Administrator = "administrator-province";

    public static async Task GoAsync(FuzzedOffice office)
    {
        await DeadLetterAsync(office);
        await ImportAsync(office);
        var late = await DeskChapter.TakenAsync(office);
        await TimePassesAsync(office);
        await office.SayAsync(
            $"leader-{Place}", $"POST /api/dossiers/{late}/apology", new { reason = "Chờ xác minh với cơ quan khác", expectedOn = "2026-12-08" });
        await ExplainAsync(office);
        await RemindAsync(office);
        await BooksAsync(office);
    }

    private static async Task DeadLetterAsync(FuzzedOffice office)
    {
        await office.Inner.The<IQueueSender>().SendAsync(new QueueMessage(Queues.DossierEvents, "broken-1", "không phải JSON", Session: "x"), default);
        await office.DeliverMessagesAsync();
        await office.SayAsync(Administrator, "GET /api/lines");
        var letters = await office.SayAsync(Administrator, "GET /api/dead-letters/dossier-events");
        await office.SayAsync(Administrator, $"POST /api/dead-letters/dossier-events/{letters.At("0", "sequence")}/replay");
    }

    private static async Task ImportAsync(FuzzedOffice office)
    {
        var place = office.OfficeOf($"clerk-{Place}");
        var lines = $"{Statistics.CarryoverTests.Head}CU-3;1.004873;{place};Lò Văn C;1;;3;;20/10/2026;30/11/2026 17:00;5;22/10/2026;\n";
        var content = new ByteArrayContent([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(lines)]);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var import = await office.SayAsync(Administrator, "POST /api/imports", content);
        var id = import.At("id");
        await office.SayAsync(Administrator, $"POST /api/imports/{id}/commit");
        await office.SayAsync(Administrator, $"GET /api/imports/{id}");
    }

    private static async Task TimePassesAsync(FuzzedOffice office)
    {
        foreach (var timer in new[] { "SealAudit", "RollUpStatistics", "EscalateDeadlines", "ReconcilePayments" })
        {
            office.GoTo("2026-11-20T23:00Z");
            await office.Inner.RunTimerAsync(timer);
        }

        office.GoTo("2026-12-04T02:00Z");
        await office.Inner.RunTimerAsync("EscalateDeadlines");
        await office.Inner.RunTimerAsync("SealAudit");
        await office.DeliverMessagesAsync();
        var inbox = await office.SayAsync($"leader-{Place}", "GET /api/inbox");
        await office.SayAsync($"leader-{Place}", $"PUT /api/inbox/{inbox.At("items", "0", "id")}/read");
    }

    private static async Task ExplainAsync(FuzzedOffice office)
    {
        var day = await office.SayAsync(Administrator, "GET /api/payments/reconciliations/2026-11-20");
        for (var n = 0; day.At("differences", $"{n}", "reference") is not "none" and var reference; n++)
        {
            await office.SayAsync(
                Administrator, "POST /api/payments/reconciliations/2026-11-20/explanations", new { reference, reason = "Tệp của nền tảng thiếu dòng" });
        }
    }

    private static async Task RemindAsync(FuzzedOffice office)
    {
        var place = $"/api/offices/{office.OfficeOf($"clerk-{Place}")}";
        var reminder = await office.SayAsync(
            "supervisor-province", $"POST {place}/reminders",
            new { text = "Đề nghị giải quyết hồ sơ đang quá hạn.", answerBy = "2026-12-07", number = "overdueNoApology" });
        await office.SayAsync(
            $"leader-{Place}", $"POST {place}/reminders/{reminder.At("reminder", "id")}/answer",
            new { reason = "Chờ xác minh với cơ quan khác", expectedOn = "2026-12-08" });
        await office.SayAsync($"clerk-{Place}", "POST /api/help", new
        {
            office = office.OfficeOf($"clerk-{Place}"),
            procedure = "1.014027",
            applicant = "Vừ Thị Mỷ",
            personalNumber = "011150000789",
            ministryCode = "G17-261120-0042"
        });
        await office.SayAsync($"clerk-{Place}", "POST /api/search", new { q = "Lò Thị Mai" });
    }

    private static async Task BooksAsync(FuzzedOffice office)
    {
        await office.SayAsync("supervisor-province", "GET /api/statistics/chairman?period=2026-11");
        await office.SayAsync("supervisor-province", "POST /api/statistics/checks");
        await office.SayAsync("supervisor-province", "POST /api/statistics/rebuilding");
        await office.Inner.RunTimerAsync("RollUpStatistics");
        await office.SayAsync(
            Administrator, "PUT /api/statistics/index766/portal?period=2026-11",
            new { points = new Dictionary<string, decimal> { ["PROGRESS"] = 18.5m } });
        await office.SayAsync(Administrator, "POST /api/statistics/periods/2026-11/publication");
        var open = await office.SayAsync(null, "GET /api/statistics/open");
        await office.SayAsync(null, $"GET {open.At("items", "0", "distributions", "0", "address")}");
    }
}
