using System.Runtime.CompilerServices;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Notifications;

/// <summary>A letter about a changed calendar as it would go out, for an administrator to read first.</summary>
public sealed record CalendarLetter(ImpactLine Line, Text Subject, Text Body);

/// <summary>What became of a confirmation.</summary>
/// <param name="Sent">Letters on their way now.</param>
/// <param name="SentBefore">Confirmed before; nothing goes out twice.</param>
/// <param name="Untouched">Codes the present calendar changes nothing for, or that are finished.</param>
public sealed record CalendarLettersSent(int Sent, int SentBefore, IReadOnlyList<string> Untouched);

/// <summary>
/// The letters that follow from a changed calendar: drafted from the impact run, read by an administrator, sent when confirmed. A letter is named by dossier
/// and calendar version: confirming it twice sends it once, and the next change of the calendar has letters of its own.
/// </summary>
public sealed class CalendarLetters(CalendarImpact impact, LetterFacts facts, DossierStore dossiers, ITables tables, IQueueSender queue, TimeProvider clock)
{
    private const string Partition = "calendar-letters";
    private readonly ITable _lists = tables[Tables.Lists];

    /// <summary>Drafts nobody has confirmed yet.</summary>
    public async IAsyncEnumerable<CalendarLetter> DraftsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var line in impact.LinesAsync(ct))
        {
            if (await _lists.FindAsync(Partition, KeyOf(line), ct) is null && await dossiers.FindAsync(line.Code, ct) is { } stored)
            {
                var (vi, en) = (Write(stored.Dossier, line, Language.Vi), Write(stored.Dossier, line, Language.En));
                yield return new CalendarLetter(line, new Text(vi.Subject, en.Subject), new Text(vi.Body, en.Body));
            }
        }
    }

    public async Task<CalendarLettersSent> SendAsync(IReadOnlyCollection<DossierCode> codes, string by, CancellationToken ct)
    {
        var (sent, before, untouched) = (0, 0, new List<string>());
        foreach (var code in codes)
        {
            if (await dossiers.FindAsync(code, ct) is { } stored && impact.Find(stored.Dossier) is { } line)
            {
                var isNew = await SendAsync(line, by, ct);
                (sent, before) = isNew ? (sent + 1, before) : (sent, before + 1);
            }
            else
            {
                untouched.Add(code.ToString());
            }
        }

        return new CalendarLettersSent(sent, before, untouched);
    }

    /// <summary>The letter's name: which of the three the effect asks for.</summary>
    public static string LetterOf(CalendarEffect effect) => effect switch
    {
        CalendarEffect.ClosedDay => "calendar-closed-day",
        CalendarEffect.LessTime => "calendar-less-time",
        _ => "calendar-more-time",
    };

    private Letter Write(Dossier dossier, ImpactLine line, Language language) =>
        LetterBook.Find(LetterOf(line.Effect))!.Fill(facts.OfCalendar(dossier, line, language), language);

    // The message goes before the mark: dying in between sends it again under the same id, which the sender knows.
    private async Task<bool> SendAsync(ImpactLine line, string by, CancellationToken ct)
    {
        if (await _lists.FindAsync(Partition, KeyOf(line), ct) is not null)
        {
            return false;
        }

        var id = $"{line.Code}:calendar:{line.CalendarNow}";
        await queue.SendAsync(QueueMessage.Of(Queues.Notifications, id, new Notice(id, LetterOf(line.Effect), clock.GetUtcNow(), line.Code, Version: 1)), ct);
        var mark = new Dictionary<string, object?> { ["At"] = clock.GetUtcNow(), ["By"] = by };
        await _lists.WriteAsync([RowChange.Upsert(new TableRow(Partition, KeyOf(line), mark))], ct);
        return true;
    }

    private static string KeyOf(ImpactLine line) => $"{line.Code}|{line.CalendarNow}";
}
