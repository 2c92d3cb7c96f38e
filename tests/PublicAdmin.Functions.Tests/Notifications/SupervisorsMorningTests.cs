using System.Net.Http.Json;
using System.Text;
using PublicAdmin.Deadlines.Escalation;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Forecasts;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Notifications;

/// <summary>
/// What a supervisor gets at 07:30, after a month of a ward's virtual life. With <c>MORNING_FOLDER</c> set the pages are left there: the pictures
/// in .github are these, taken by chromium at 400 and 760 pixels.
/// </summary>
public sealed class SupervisorsMorningTests
{
    [Fact]
    public async Task It_says_what_is_late_what_is_due_what_will_be_late_and_who_could_take_it()
    {
        await using var office = await Office.OpenAsync(at: "2026-10-19T00:30Z");
        await office.AppointAsync("officer-2", "Lò Thị Thanh");
        await office.LiveAsync("2026-10-19", days: 20, filedADay: 1);
        await office.ReceiveAsync("2026-11-09 09:00", 31, "1.001653", Term.WorkingDays(5)); // due Monday 16
        var late = await office.ReceiveAsync("2026-11-10 14:00", 31, "1.001653", Term.WorkingDays(4)); // due Monday 16
        await office.ReceiveAsync("2026-11-13 09:00", 31, "1.004873", Term.WorkingDays(2)); // due today
        await office.ReceiveAsync("2026-11-13 15:30", 32, "2.000815", Term.WorkingDays(2)); // due today
        await office.ReceiveAsync("2026-11-16 09:00", 31, "1.004873", Term.WorkingDays(2)); // due tomorrow
        foreach (var serial in Enumerable.Range(41, 8))
        {
            await office.ReceiveAsync("2026-11-12 09:00", serial); // eight pensions at once
        }

        await office.TakeAsync(late);
        office.Clock.GoTo(Given.At("2026-11-17 06:50"));
        await office.RunTimerAsync(nameof(EscalateDeadlines));
        await office.DeliverMessagesAsync();
        office.Clock.GoTo(Given.At("2026-11-17 07:30"));
        await office.RunTimerAsync(nameof(SendMorningDigest));
        await office.DeliverMessagesAsync();

        var (text, page) = (EmlText.BodyOf(Mail(office, "supervisor-dien-bien-phu")), EmlText.HtmlOf(Mail(office, "supervisor-dien-bien-phu")));
        Keep("morning", page);
        Keep("morning-province", EmlText.HtmlOf(Mail(office, "supervisor-province")));
        Assert.Contains("2 hồ sơ quá hạn chưa có thư xin lỗi", text, StringComparison.Ordinal);
        Assert.Contains("Dự báo: với tốc độ của 20 ngày làm việc qua, thêm", text, StringComparison.Ordinal);
        Assert.Contains("Lò Thị Thanh có thể nhận", text, StringComparison.Ordinal);
        Assert.Contains("Các dự báo trước sai trung bình", text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"vi\">", page, StringComparison.Ordinal);
        Assert.Contains("thư xin lỗi chờ ký", page, StringComparison.Ordinal);
        Assert.Contains(
            "Trung tâm Phục vụ hành chính công phường Điện Biên Phủ: 2 quá hạn", EmlText.BodyOf(Mail(office, "supervisor-province")), StringComparison.Ordinal);
    }

    private static string Mail(Office office, string supervisor) =>
        File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(office.Folder, "mail"), $"digest_20261117*{supervisor}*.eml")));

    private static void Keep(string name, string page)
    {
        if (Environment.GetEnvironmentVariable("MORNING_FOLDER") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.html"), page, Encoding.UTF8);
        }
    }
}

internal static class MorningOffice
{
    /// <summary>One more officer in the ward.</summary>
    public static async Task AppointAsync(this Office office, string id, string name)
    {
        var member = new StaffMember(id, name, [new Appointment(Role.Officer, ADossier.Commune, Given.Day("2026-10-20"))]);
        var answer = await office.As("administrator-province").PutAsJsonAsync($"/api/staff/{id}", member, OfficeJson.Options);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task TakeAsync(this Office office, DossierCode code)
    {
        var stamp = new Stamp(office.Clock.GetUtcNow(), OfficePeople.IdOf("officer-dien-bien-phu"), "Officer", ADossier.Commune);
        await office.RecordAsync(code, new Taken(stamp));
        await office.DeliverMessagesAsync();
    }
}
