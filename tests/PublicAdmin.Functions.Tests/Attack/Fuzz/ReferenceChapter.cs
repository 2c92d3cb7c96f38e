using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Eforms;
using PublicAdmin.Embedded.Keys;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>An administrator changes what holds from a later day: calendar, hours, offices, procedures, forms, staff, certificates.</summary>
internal static class ReferenceChapter
{
    private const string Administrator = "administrator-province";
    private static readonly DateOnly Day = new(2026, 12, 15);

    public static async Task GoAsync(FuzzedOffice office)
    {
        await CalendarAsync(office);
        await ProceduresAsync(office);
        await FormsAsync(office);
        await PeopleAsync(office);
        await KeysAsync(office);
    }

    private static async Task CalendarAsync(FuzzedOffice office)
    {
        var code = await DeskChapter.TakenAsync(office);
        await office.DeliverMessagesAsync();
        var entries = Given.Calendar.PlanOf(2026).Entries.Select(entry => Entry(entry.Day, entry.Name.Vi, entry.Kind is EntryKind.DayOff))
            .Append(Entry(new(2026, 11, 25), "Ngày nghỉ mới", true));
        await office.SayAsync(Administrator, "GET /api/calendar/2026");
        await office.SayAsync(
            Administrator, "PUT /api/calendar/2026", new { provisional = false, source = "Quyết định mới", entries, reason = "Đổi ngày nghỉ" },
            ("If-Match", "\"1\""));
        await office.SayAsync(Administrator, "POST /api/calendar/2026/trial", new { provisional = false, source = "Quyết định mới", entries });
        await office.SayAsync(Administrator, "POST /api/calendar-impact/letters", new { codes = new[] { code } });
        await office.SayAsync(Administrator, "PUT /api/office-hours/H18.61/versions/2026-12-15", HoursOf("H18.61"));
        await office.SayAsync(Administrator, "GET /api/office-hours/H18.61/versions/2026-12-15");
        await office.SayAsync(Administrator, "PUT /api/escalation-ladders/1.014027/H18.61/versions/2026-12-15", Ladder());
        await office.SayAsync(Administrator, "GET /api/escalation-ladders/1.014027/H18.61/versions/2026-12-15");
        await office.SayAsync("auditor-province", "GET /api/audit/edits?limit=2");
    }

    private static object Entry(DateOnly day, string name, bool off) =>
        new { day, kind = off ? "dayOff" : "workedDay", name = new { vi = name, en = name }, source = "Quyết định mới" };

    private static async Task ProceduresAsync(FuzzedOffice office)
    {
        var procedure = office.Inner.The<ProcedureCatalogue>().Find("1.014027", new DateOnly(2026, 11, 20))! with { ValidFrom = Day };
        await office.SayAsync(Administrator, "POST /api/procedures/1.014027/versions", procedure);
        await office.SayAsync(Administrator, "GET /api/procedures/1.014027/versions");
        var version = office.Inner.The<OfficeDirectory>().Find("H18.61", Day)! with { ValidFrom = Day, Reason = "Sáp nhập" };
        await office.SayAsync(Administrator, "PUT /api/offices/H18.61/versions/2026-12-15", version);
        await office.SayAsync(Administrator, "GET /api/offices/H18.61/versions/2026-12-15");
        await office.SayAsync(Administrator, "GET /api/offices/H18.61/versions");
        await office.SayAsync(Administrator, "GET /api/signing-keys?office=H18.61");
    }

    private static async Task FormsAsync(FuzzedOffice office)
    {
        var present = new FormBook().Of("2.000908", new DateOnly(2026, 11, 20))!;
        var form = JsonSerializer.SerializeToNode(present, OfficeJson.Options)!.AsObject();
        (form["version"], form["validFrom"]) = ("2", "2027-01-01");
        form["migration"] = JsonNode.Parse($$"""{"from": "{{present.Version}}", "steps": []}""");
        await office.SayAsync(Administrator, $"POST /api/forms/{present.Id}/trial", form);
        await office.SayAsync(Administrator, $"POST /api/forms/{present.Id}/versions", form);
    }

    private static async Task PeopleAsync(FuzzedOffice office)
    {
        await office.SayAsync(Administrator, $"GET /api/staff/{OfficePeople.IdOf("clerk-muong-phang")}");
        await office.SayAsync(Administrator, "PUT /api/staff/new-clerk", new
        {
            id = "new-clerk",
            name = "Lò Văn Mới",
            duties = new[] { new { role = "clerk", office = office.OfficeOf("clerk-muong-phang"), from = "2026-11-20", to = "2028-11-19" } },
        });
        var loan = await office.SayAsync("leader-muong-ang", "POST /api/delegations", new
        {
            receiver = OfficePeople.IdOf("supervisor-muong-ang"),
            role = "leader",
            office = office.OfficeOf("leader-muong-ang"),
            from = "2026-11-20",
            to = "2026-11-22",
            reason = "Đi công tác",
            signing = "forTheHead",
        });
        await office.SayAsync("leader-muong-ang", $"DELETE /api/delegations/{loan.At("id")}");
    }

    private static async Task KeysAsync(FuzzedOffice office)
    {
        var keys = office.Inner.The<KeyFileSigningKeys>();
        var key = keys.EnsureExists("seal-one");
        var authority = office.Inner.The<DevelopmentAuthority>();
        await office.SayAsync(Administrator, $"GET /api/signing-keys/{key.Name}/certificate-request?subject=CN%3DTest%2C%20C%3DVN");
        await office.SayAsync(Administrator, $"PUT /api/signing-keys/{key.Name}/certificate", new { pem = authority.Issue(key, "A", "B") });
        using var picture = new ByteArrayContent(SampleScans.TransparentPng(300, 220, 20, 30)) { Headers = { { "Content-Type", "image/png" } } };
        await office.SayAsync(Administrator, $"PUT /api/signing-keys/{key.Name}/image", picture);
        await office.SayAsync(Administrator, $"GET /api/signing-keys/{key.Name}/image");
        await office.SayAsync(Administrator, "POST /api/trusted-roots", new { pem = authority.RootPem });
        await office.SayAsync(Administrator, "PUT /api/certificate-purposes/*/versions/2026-12-15", Purposes());
        await office.SayAsync(Administrator, "GET /api/certificate-purposes/*/versions/2026-12-15");
    }

    private static JsonNode HoursOf(string office) => JsonNode.Parse($$"""
        {
          "office": "{{office}}", "validFrom": "2026-12-15", "source": "Quy chế làm việc của phường", "reason": "Mùa đông",
          "seasons": [
            { "from": "10-16", "to": "04-15", "shifts": [ { "opens": "07:30", "closes": "12:00" }, { "opens": "13:00", "closes": "16:30" } ] },
            { "from": "04-16", "to": "10-15", "shifts": [ { "opens": "07:00", "closes": "11:30" }, { "opens": "13:30", "closes": "17:00" } ] }
          ]
        }
        """)!;

    private static object Purposes() => new
    {
        root = "*",
        validFrom = "2026-12-15",
        keyUsageNeeded = false,
        allowed = new[] { "1.3.6.1.5.5.7.3.4" },
        forbidden = new[] { "1.3.6.1.5.5.7.3.1" },
        policies = Array.Empty<string>(),
        source = "RFC 9336",
        reason = "Chính sách mới",
    };

    private static object Ladder() => new
    {
        procedure = "1.014027",
        office = "H18.61",
        validFrom = "2026-12-15",
        source = "Quyết định 12/QĐ-UBND",
        reason = "Nhắc sớm hơn",
        rungs = new[]
        {
            Rung("early", "Đã dùng 20%", "used", 20, new { who = "handler" }, false),
            Rung("two-days-left", "Còn hai ngày", "before", 2, new { role = "leader", at = "holding" }, true),
            Rung("end", "Hết hạn", "after", 0, new { role = "leader", at = "competent" }, false),
        },
    };

    private static object Rung(string code, string name, string when, int amount, object to, bool draftsApology) =>
        new { code, name = new { vi = name, en = name }, when, amount, to = new[] { to }, draftsApology };
}
