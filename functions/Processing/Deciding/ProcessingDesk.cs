using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Processing.Deciding;

/// <summary>Decides on a dossier as it stands; the stamp says when and by whom.</summary>
public delegate ValueTask<Result<DossierEvent>> Decide(Dossier dossier, Stamp stamp, CancellationToken ct);

/// <summary>
/// Every act on a dossier goes the same way: find it, see whether the request was done before, whether the caller saw the present
/// version and may act, decide, write. Of two who act at once one wins and the other learns what changed.
/// </summary>
public sealed partial class ProcessingDesk(
    DossierReader reader, DossierStore dossiers, AccessLog accesses, SeenVersions seen, DossierAnswers answers, TimeProvider clock, ILogger<ProcessingDesk> log)
{
    /// <summary>An act without a body.</summary>
    public Task<IResult> ActAsync(HttpRequest request, string code, Act act, Func<Dossier, Stamp, Result<DossierEvent>> decide, CancellationToken ct) =>
        ActAsync(request, code, act, (dossier, stamp, _) => new(decide(dossier, stamp)), ct);

    /// <summary>An act whose JSON body is read first.</summary>
    public Task<IResult> ActAsync<TForm>(
        HttpRequest request, string code, Act act, Func<TForm, Dossier, Stamp, Result<DossierEvent>> decide, CancellationToken ct)
        where TForm : notnull => ActAsync<TForm>(request, code, act, (form, dossier, stamp, _) => new(decide(form, dossier, stamp)), ct);

    /// <summary>An act whose JSON body is read first and whose decision looks things up.</summary>
    public async Task<IResult> ActAsync<TForm>(
        HttpRequest request, string code, Act act, Func<TForm, Dossier, Stamp, CancellationToken, ValueTask<Result<DossierEvent>>> decide, CancellationToken ct)
        where TForm : notnull
    {
        var read = await request.ReadAsync<TForm>(ct);
        return read.Try(out var form, out var unreadable)
            ? await AnswerAsync(request, code, act, form, (dossier, stamp, token) => decide(form, dossier, stamp, token), ct)
            : unreadable.ToProblem();
    }

    /// <summary>An act without a body whose decision looks things up.</summary>
    public Task<IResult> ActAsync(HttpRequest request, string code, Act act, Decide decide, CancellationToken ct) =>
        AnswerAsync(request, code, act, null, decide, ct);

    private async Task<IResult> AnswerAsync(HttpRequest request, string code, Act act, object? form, Decide decide, CancellationToken ct)
    {
        var caller = request.Caller();
        var acted = await OpenAsync(new Asked(code, act, caller, ActKeys.Of(request, act, caller, form), request.IfMatch()), decide, ct);
        return acted.Try(out var stored, out var refusal) ? answers.Answer(stored, request) : refusal.ToProblem();
    }

    private async Task<Result<StoredDossier>> OpenAsync(Asked asked, Decide decide, CancellationToken ct)
    {
        var found = await reader.FindAsync(asked.Code, asked.Caller, ct);
        if (!found.Try(out var stored, out var refusal))
        {
            return refusal;
        }

        var done = ActKeys.DoneBefore(stored, asked.Key);
        var acted = done ?? await CompareAsync(asked, stored, decide, ct);
        if (asked.Caller.Kind is CallerKind.Staff && (done is not null || !acted.Try(out _, out _)))
        {
            await accesses.RecordAsync(
                stored.Dossier, asked.Caller, AccessLog.Acting, ct); // Nothing was written that could tell of it, and the dossier was seen all the same.
        }

        return acted;
    }

    private async Task<Result<StoredDossier>> CompareAsync(Asked asked, StoredDossier stored, Decide decide, CancellationToken ct) =>
        asked.IfMatch is { } tag && tag != SeenVersions.TagOf(stored) && await seen.ChangesSinceAsync(stored, tag, ct) is { Count: > 0 } changes
            ? SeenVersions.Changed(stored, changes)
            : await DecideAsync(asked, stored, decide, ct);

    private async Task<Result<StoredDossier>> DecideAsync(Asked asked, StoredDossier stored, Decide decide, CancellationToken ct)
    {
        var dossier = stored.Dossier;
        var rule = ActRules.Of(asked.Act);
        if (asked.Caller.DutyFor(asked.Act, dossier) is not { } duty)
        {
            return DossierRefusals.NotYourTask.With(dossier.Code, rule.Name, rule.Who.Select(role => role.Name()), PlaceOf(rule.Seat, dossier))
                .Knowing("roles", rule.Who);
        }

        // Asked before anything is reckoned: a clock that stands still has no answer for an act that may not happen.
        if (dossier.Objection(asked.Act, asked.Caller.Id) is { } objection)
        {
            return objection;
        }

        var stamp = new Stamp(
            clock.Instant(), asked.Caller.Id, duty.Role.ToString(), asked.Caller.Kind is CallerKind.Staff ? duty.Office : null, duty.DelegatedBy, duty.Signs);
        var decision = await decide(dossier, stamp, ct);
        return !decision.Try(out var e, out var refusal) ? refusal
            : !DossierRoom.IsLeft(asked.Act, stored, e) ? DossierRefusals.Full.With(dossier.Code)
            : await WriteAsync(asked, stored, e, ct) ?? await AgainAsync(asked, stored, decide, ct);
    }

    // Null when somebody else wrote first.
    private async Task<Result<StoredDossier>?> WriteAsync(Asked asked, StoredDossier stored, DossierEvent e, CancellationToken ct)
    {
        try
        {
            var next = await dossiers.RecordAsync(stored, e, asked.Key, ct);
            LogActed(next.Dossier.Code, asked.Act, next.Version);
            return next;
        }
        catch (StaleRowException)
        {
            return null;
        }
    }

    // Where only a register or the portal answered meanwhile, nobody has to do anything twice: the act is decided on the dossier as it is now.
    private async Task<Result<StoredDossier>> AgainAsync(Asked asked, StoredDossier stored, Decide decide, CancellationToken ct)
    {
        var present = (await dossiers.FindAsync(stored.Dossier.Code, ct))!;
        if (ActKeys.DoneBefore(present, asked.Key) is { } done)
        {
            return done;
        }

        var changes = await seen.ChangesSinceAsync(present, SeenVersions.TagOf(stored), ct);
        return changes.Count > 0 ? SeenVersions.Changed(present, changes) : await DecideAsync(asked, present, decide, ct);
    }

    private static Text PlaceOf(Seat seat, Dossier dossier) => seat switch
    {
        Seat.Holding => new($"tại cơ quan {dossier.Holding}", $"at office {dossier.Holding}"),
        Seat.Receipt => new($"tại cơ quan {dossier.Places.Receipt}", $"at office {dossier.Places.Receipt}"),
        _ => new("của hồ sơ này", "of this dossier"),
    };

    private sealed record Asked(string Code, Act Act, Caller Caller, string? Key, string? IfMatch);

    [LoggerMessage(LogLevel.Information, "{Code}: {Act}, now version {Version}.")]
    private partial void LogActed(DossierCode code, Act act, long version);
}
