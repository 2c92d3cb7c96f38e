using System.Globalization;
using PublicAdmin.Deadlines;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Processing;

namespace PublicAdmin.Notifications;

/// <summary>A supervisor's morning: what is overdue, due today and due the next working day in an office, the oldest first.</summary>
public sealed class MorningDigest(
    OfficeDirectory offices, StaffDirectory staff, CalendarBook calendar, ITables tables, IQueueSender queue, TimeProvider clock)
{
    private const int Shown = 50;

    /// <summary>One message per supervisor and office; on a day off, none. Run twice, the second does nothing.</summary>
    public async Task SendAsync(CancellationToken ct)
    {
        var today = clock.Today();
        if (!calendar.Current.Calendar.IsWorkingDay(today))
        {
            return;
        }

        foreach (var office in offices.All(today))
        {
            foreach (var supervisor in await staff.HoldersAsync(Role.Supervisor, office.Code, today, ct))
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"digest:{today:yyyyMMdd}:{office.Code}:{supervisor.Id}");
                var notice = new Notice(id, Notice.MorningDigest, clock.GetUtcNow(), Office: office.Code, To: new Addressee(LetterChannel.Email, supervisor.Id));
                await queue.SendAsync(QueueMessage.Of(Queues.Notifications, id, notice), ct);
            }
        }
    }

    /// <summary>The letter for one office, now.</summary>
    public async Task<Letter> WriteAsync(string office, Language language, CancellationToken ct)
    {
        var now = clock.Now();
        var today = clock.Today();
        var next = calendar.Current.Calendar.WorkingDayFrom(today.AddDays(1));
        var due = await DueAsync(office, WorkingTime.At(next.AddDays(1), TimeOnly.MinValue), ct);
        var overdue = due.Where(item => item.DueAt < now).ToList();
        var facts = new Dictionary<string, string>
        {
            ["office"] = offices.Find(office, today)?.Name.In(language) ?? office,
            ["day"] = today.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            ["overdue"] = Number(overdue.Count),
            ["today"] = Number(due.Count(item => item.DueAt >= now && WorkingTime.DayOf(item.DueAt!.Value) == today)),
            ["tomorrow"] = Number(due.Count(item => WorkingTime.DayOf(item.DueAt!.Value) == next)),
            ["items"] = string.Join('\n', due.Take(Shown).Select(item => Line(item, now, language))),
        };
        return LetterBook.Find(Notice.MorningDigest)!.Fill(facts, language);
    }

    // The work list is ordered by due time, so this reads what is due and no more.
    private async Task<List<WorkItem>> DueAsync(string office, DateTimeOffset before, CancellationToken ct)
    {
        var prefix = WorkList.PrefixOf(WorkList.All);
        var until = before.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);
        var range = new RowRange(WorkList.PartitionOf(office), prefix, prefix + until);
        var items = await tables[Tables.Lists].ReadAllAsync(range, ct).Select(row => row.Json<WorkItem>(WorkList.Json)!).ToListAsync(ct);
        return [.. items.Where(item => item.DueAt is not null)];
    }

    private static string Line(WorkItem item, DateTimeOffset now, Language language)
    {
        var moment = DeadlineWords.Moment(item.DueAt!.Value).In(language);
        var late = item.DueAt < now ? language is Language.Vi ? "QUÁ HẠN, " : "OVERDUE, " : "";
        return $"- {item.Code} ({item.Procedure}): {late}{(language is Language.Vi ? "hạn" : "due")} {moment}";
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
