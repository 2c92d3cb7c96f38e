using System.Globalization;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Deadlines.Hours;

/// <summary>Where an administrator enters the hours an office will keep from a day to come, season by season.</summary>
public sealed class HoursRegister(ReferenceVersions<HoursVersion> stored, HoursBook book, OfficeDirectory offices, TimeProvider clock)
{
    private const int MaxSeasons = 6;
    private const int MaxShifts = 4;

    /// <summary>A version somebody entered, with the tag a change must carry; null for what ships and for what is none.</summary>
    public Task<StoredVersion<HoursVersion>?> FindAsync(string office, DateOnly validFrom, CancellationToken ct) => stored.FindAsync(office, validFrom, ct);

    /// <param name="hours">As they will be.</param>
    /// <param name="tag">The tag of the version to replace; null to add one.</param>
    /// <param name="editor">Who writes.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<StoredVersion<HoursVersion>>> WriteAsync(HoursVersion hours, string? tag, Caller editor, CancellationToken ct) =>
        (editor.Has(Role.Administrator, hours.Office) ? FirstBroken(hours) : IdentityRefusals.NotYourTask.With()) is { } objection
            ? objection
            : await stored.EnterAsync(
                hours with { EnteredAt = clock.Instant(), EnteredBy = editor.Id }, tag, new(editor.Id, clock.Instant(), hours.Reason), RegisterRefusals.Changed,
                book.RefreshAsync, ct);

    private Refusal? FirstBroken(HoursVersion hours)
    {
        if (hours.ValidFrom <= clock.Today())
        {
            return RegisterRefusals.NotInFuture.At("validFrom");
        }

        if (hours.Office != HoursRule.Everywhere && offices.Find(hours.Office, hours.ValidFrom) is null)
        {
            return OfficeRefusals.OfficeUnknown.At("office", hours.Office);
        }

        if (hours.Seasons.Count is 0 or > MaxSeasons)
        {
            return FieldRefusals.CountInvalid.At("seasons", "seasons", MaxSeasons);
        }

        return Fields.Text("source", hours.Source, 500) ?? Fields.Text("reason", hours.Reason, 500)
            ?? hours.Seasons.Select((season, n) => SeasonBroken(season, $"seasons[{n}]")).FirstOrDefault(refusal => refusal is not null)
            ?? CoverBroken(hours);
    }

    private static Refusal? SeasonBroken(Season season, string field)
    {
        if (!IsDay(season.From) || !IsDay(season.To))
        {
            return RegisterRefusals.SeasonUnfit.At(field);
        }

        var shifts = season.Shifts;
        var inOrder = shifts.Count is > 0 and <= MaxShifts && shifts.All(shift => shift.Opens < shift.Closes)
            && shifts.Zip(shifts.Skip(1)).All(pair => pair.First.Closes <= pair.Second.Opens);
        var hours = shifts.Sum(shift => (shift.Closes - shift.Opens).TotalHours);
        return inOrder && hours is >= 4 and <= 10 ? null : RegisterRefusals.ShiftsUnfit.At($"{field}.shifts", MaxShifts);
    }

    // A leap year has every day there can be.
    private static Refusal? CoverBroken(HoursVersion hours)
    {
        var rules = hours.Rules.Select(rule => rule with { From = DateOnly.MinValue }).ToList();
        foreach (var day in Enumerable.Range(0, 366).Select(new DateOnly(2028, 1, 1).AddDays))
        {
            if (rules.Count(rule => rule.Covers(hours.Office, day)) is not 1 and var times)
            {
                return RegisterRefusals.YearNotCovered.At("seasons", day.ToString("dd/MM", CultureInfo.InvariantCulture), times);
            }
        }

        return null;
    }

    private static bool IsDay(string text) => DateOnly.TryParseExact($"2028-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
