using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Statistics.Rollups;
using PublicAdmin.Statistics.Satisfaction;
using PublicAdmin.Submission;

namespace PublicAdmin.Statistics.Replay.Quarter;

/// <summary>
/// Loads the quarter one dossier after the other, by the way a dossier comes back from a copy, so that whoever is at work beside it is served first: nothing is
/// announced, no letter goes out. Its serials are those of its days, so that the registers and their balances show it.
/// </summary>
public sealed class QuarterLoader(
    QuarterCast cast, QuarterStory story, DossierSerials serials, DossierRestorer restorer, QuarterStaff staff, RatingBook ratings, RollUpRound round)
{
    private static readonly TimeSpan Rateable = TimeSpan.FromDays(29);

    /// <param name="plan">What to load.</param>
    /// <param name="now">Where every story stops.</param>
    /// <param name="codeOf">Gives a dossier, by its number, the code the way behind it makes, and the same when asked again: so it can go on.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many dossiers there are.</returns>
    public async Task<int> LoadAsync(
        QuarterPlan plan, DateTimeOffset now, Func<int, Func<Task<string>>, Task<string>> codeOf, CancellationToken ct)
    {
        var today = WorkingTime.DayOf(now);
        await staff.EnterAsync(plan, today, ct);
        var all = cast.Of(plan, today);
        foreach (var told in all)
        {
            var code = await codeOf(told.Number, async () => (await serials.NextAsync(told.Office, WorkingTime.DayOf(told.FiledAt), ct)).ToString());
            var life = story.Tell(told, DossierCode.Parse(code), now);
            await restorer.BringInAsync(life.First.Code, life.Events.Prepend<DossierEvent>(life.First), ct);
            await RateAsync(told, life, now, ct);
        }

        await CountAsync(ct);
        return all.Count;
    }

    /// <summary>Takes what has happened so far into the books, without waiting for the minute.</summary>
    public Task CountAsync(CancellationToken ct) => round.RunAsync(ct);

    // One in three says what they thought of it, mostly kindly, the next morning.
    private async Task RateAsync(QuarterDossier told, QuarterLife life, DateTimeOffset now, CancellationToken ct)
    {
        var at = life.Last.AddHours(15);
        if (life.Dossier.Phase is Phase.Returned && life.Dossier.Revocation is null && told.Number % 3 is 0 && at < now && now - life.Last < Rateable)
        {
            var pleased = told.Number % 11 is not 0;
            var text = pleased ? null : "Phải chờ lâu hơn giấy hẹn.";
            await ratings.GiveAsync(life.Dossier, new RatingForm(pleased, Text: text), RatingWay.Account, at.ToUniversalTime(), ct);
        }
    }
}

/// <summary>The invented people at the desks of the quarter's offices.</summary>
public sealed class QuarterStaff(StaffRegister register, OfficeDirectory offices)
{
    private static readonly Role[] Desks = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier];

    /// <summary>Enters whoever is not in the directory yet.</summary>
    public Task EnterAsync(QuarterPlan plan, DateOnly today, CancellationToken ct) => register.SeedAsync(
        plan.Places.SelectMany((place, n) => Desks.Select((role, desk) => new StaffMember(
            place.IdOf(role), plan.NameOf((n * 61) + (desk * 17)),
            [new Appointment(role, offices.FindByUnit(place.Unit, today)!.Code, today.AddYears(-1), role is Role.Clerk ? today.AddYears(2).AddDays(-1) : null)],
            Position: PositionOf(role)))),
        ct);

    private static Position? PositionOf(Role role) => role switch
    {
        Role.Leader => new("Chủ tịch", PositionRank.Head),
        Role.Officer => new("Chuyên viên", PositionRank.Other),
        _ => null,
    };
}
