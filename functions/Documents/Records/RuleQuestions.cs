using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Procedures;

namespace PublicAdmin.Documents.Records;

/// <summary>
/// Đối chiếu: asks registers what the rules of a form ask, once an officer has the dossier in hand. Of the answer only whether there is a record is kept.
/// That it was asked lies in the account of whoever it is about, and in the dossier's access log, before the question leaves.
/// </summary>
public sealed partial class RuleQuestions(
    DossierStore dossiers, RegisterRules rules, IRecordSource source, OwnRecords told, AccessLog accesses, TimeProvider clock, ILogger<RuleQuestions> log)
{
    // One that refuses such questions holds nothing up: what rests on it stays unknown, which breaks no rule.
    private enum Holding { Held, NotHeld, Away, Refused }

    private static readonly Caller Office = new(CallerKind.System, "system", "", null, [new Duty(Role.System, Duty.Everywhere)]);

    public async Task<Outcome> AskAsync(RecordsWantedFor message, int attempt, CancellationToken ct)
    {
        if (await dossiers.FindAsync(message.Code, ct) is not { } stored)
        {
            return Outcome.Never("dossier-unknown");
        }

        var dossier = stored.Dossier;
        var answered = dossier.Form?.Asked ?? [];
        var open = dossier is { IsOpen: true, Handler: not null }
            ? (await rules.Of(dossier, ct)).Where(one => answered.All(answer => answer.Question != one.Name)).ToList() : [];
        var (answers, away) = (new List<RegisterAnswer>(), false);
        foreach (var question in open)
        {
            var held = await AskAsync(dossier, question, ct);
            answers.AddRange(held is Holding.Held or Holding.NotHeld ? [new RegisterAnswer(question.Name, held is Holding.Held)] : []);
            away |= held is Holding.Away;
        }

        return answers.Count > 0 && !await KeptAsync(stored, answers, ct) ? Outcome.Later(TimeSpan.FromSeconds(1))
            : away ? Outcome.Away(OutsideLines.Records, RecordReader.Wait(attempt)) : Outcome.Done;
    }

    private async Task<Holding> AskAsync(Dossier dossier, RegisterQuestion question, CancellationToken ct)
    {
        var duty = new Consent(clock.Instant(), ConsentKind.LegalDuty, dossier.Handler!);
        await accesses.RecordAsync(dossier, Office, $"look-up:{question.Component.Id}", ct);
        await told.TellAsync(question.Subject, new OwnLookUp(dossier.Code.ToString(), dossier.Procedure.Code, question.Component.Database!.Value, duty), ct);
        try
        {
            var query = new RecordQuery(dossier.Code.ToString(), dossier.Procedure.Code, question.Component, question.Subject, duty);
            return await source.FindAsync(query, ct) is null ? Holding.NotHeld : Holding.Held;
        }
        catch (Exception e) when (e is HttpRequestException or RecordRefusedException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            LogAway(dossier.Code.ToString(), question.Component.Id, e.GetType().Name);
            return e is RecordRefusedException ? Holding.Refused : Holding.Away;
        }
    }

    private async Task<bool> KeptAsync(StoredDossier stored, List<RegisterAnswer> answers, CancellationToken ct)
    {
        try
        {
            await dossiers.RecordAsync(stored, new RegistersAsked(answers, Stamp.System(clock.Instant())), key: null, ct);
            return true;
        }
        catch (StaleRowException)
        {
            return false; // Somebody acted on the dossier meanwhile; what is still open is asked again.
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Code}: {Question} was not answered: {Fault}.")]
    private partial void LogAway(string code, string question, string fault);
}
