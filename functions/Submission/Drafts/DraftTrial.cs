using System.Text.Json;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Versions;
using PublicAdmin.Platform;

namespace PublicAdmin.Submission.Drafts;

/// <summary>
/// Tries a form's coming version on the drafts that are open now. Reads the notes of what ends when, day by day, and of drafts only those of the form; answers
/// numbers, never whose they are or what they say.
/// </summary>
public sealed class DraftTrial(DraftStore drafts, FormBook forms, TimeProvider clock)
{
    /// <summary>After so many a day is finished and the rest left for the next question.</summary>
    private const int Enough = 500;

    /// <summary>An <see cref="OpenDrafts"/>.</summary>
    public async Task<DraftOutcomes> TryAsync(FormDefinition next, DateOnly? from, CancellationToken ct)
    {
        var (first, last) = (clock.Today(), clock.Today().AddDays((int)Draft.KeptFor.TotalDays));
        var (open, whole, again) = (0, 0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        var ready = CompiledForm.Of(next);
        for (var day = from > first ? from.Value : first; day <= last; day = day.AddDays(1))
        {
            if (open >= Enough)
            {
                return Counted(day);
            }

            await foreach (var (owner, id) in drafts.OfFormEndingOn(day, next.Id, ct))
            {
                if (await BegunAsync(owner, id, day, next.Id, ct) is { } begun)
                {
                    var lost = LostOf(begun, ready);
                    (open, whole) = (open + 1, whole + (lost.Count is 0 ? 1 : 0));
                    lost.ForEach(key => again[key] = again.GetValueOrDefault(key) + 1);
                }
            }
        }

        return Counted(null);

        DraftOutcomes Counted(DateOnly? next) => new(open, whole, open - whole, [.. again.Select(one => new AskedAgain(one.Key, one.Value))], next);
    }

    // A draft saved again on a later day is noted on both days and counted on the later.
    private async Task<DraftEform?> BegunAsync(string owner, string id, DateOnly day, string form, CancellationToken ct) =>
        await drafts.FindAsync(owner, id, ct) is { } draft && DraftRows.EndOf(draft) == day && clock.GetUtcNow() < draft.ExpiresAt
        && (await drafts.ContentAsync(draft, ct))?.Eform is { } json
        && JsonSerializer.Deserialize<DraftEform>(json, OfficeJson.Stored) is { } begun && begun.Id == form
            ? begun
            : null;

    private List<string> LostOf(DraftEform begun, CompiledForm next)
    {
        var form = next.Definition;
        var carried = DraftCarrier.Carry(begun, form, [.. forms.VersionsOf(form.Id).Where(version => version.ValidFrom < form.ValidFrom), form]);
        var wrong = AnswerCheck.Check(next, carried.Answers, clock.Today(), carried.Case).Errors
            .Where(error => error.Code != AnswerRefusals.Missing.Code).Select(error => error.Field.Split('.', '[')[1]);
        return [.. (carried.Lost ?? []).Select(lost => lost.Key).Concat(wrong).Distinct()];
    }
}
