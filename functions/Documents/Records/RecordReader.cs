using System.Globalization;
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
/// Khai thác dữ liệu thay giấy tờ: asks for each component a database holds, and lays the answers into the dossier with their source, number
/// and time. A database out of reach is asked again, more and more rarely, for as long as the dossier is open; what the others
/// answered is kept meanwhile. Every question stands in the dossier's access log before it is asked.
/// </summary>
public sealed partial class RecordReader(
    DossierStore dossiers, ProcedureCatalogue procedures, IRecordSource source, AccessLog accesses, TimeProvider clock, ILogger<RecordReader> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly Caller Office = new(CallerKind.System, "system", "", null, [new Duty(Role.System, Duty.Everywhere)]);

    public async Task<Outcome> ReadAsync(RecordsWantedFor message, int attempt, CancellationToken ct)
    {
        if (await dossiers.FindAsync(message.Code, ct) is not { } stored)
        {
            return Outcome.Never("dossier-unknown");
        }

        if (stored.Dossier is not { IsOpen: true, LookUpConsent: { } consent } dossier || Wanted(dossier) is not { Count: > 0 } wanted)
        {
            return Outcome.Done;
        }

        var answers = await AskAsync(dossier, wanted, consent, ct);
        try
        {
            await RecordAsync(stored, answers, consent, ct);
        }
        catch (StaleRowException)
        {
            return Outcome.Later(TimeSpan.FromSeconds(1)); // Somebody acted on the dossier meanwhile; the answers are asked for again.
        }

        return answers.Exists(answer => answer.Refused) ? Outcome.Never("record-refused")
            : answers.Exists(answer => answer.Away) ? Outcome.Away(OutsideLines.Records, Wait(attempt))
            : Outcome.Done;
    }

    private List<Component> Wanted(Dossier dossier) =>
    [
        .. procedures.AskedOf(dossier)!.Components.Where(component =>
            !component.MayBeAskedFor && !dossier.Components.Contains(component.Id) && !dossier.NotHeld.Contains(component.Id)),
    ];

    private async Task<List<Answer>> AskAsync(Dossier dossier, List<Component> wanted, Consent consent, CancellationToken ct)
    {
        var answers = new List<Answer>();
        foreach (var component in wanted)
        {
            await accesses.RecordAsync(dossier, Office, $"look-up:{component.Id}", ct);
            var query = new RecordQuery(dossier.Code.ToString(), dossier.Procedure.Code, component, dossier.Applicant.PersonalNumber, consent);
            answers.Add(await AskAsync(query, ct));
        }

        return answers;
    }

    private async Task<Answer> AskAsync(RecordQuery query, CancellationToken ct)
    {
        try
        {
            var found = await source.FindAsync(query, ct);
            LogAsked(query.Matter, query.Database, query.Component.Id, found is not null);
            return new(query.Component, found);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            LogAway(query.Matter, query.Database);
            return new(query.Component, null, Away: true);
        }
        catch (RecordRefusedException e)
        {
            LogRefused(query.Matter, query.Database, e.Message);
            return new(query.Component, null, Refused: true);
        }
    }

    private async Task RecordAsync(StoredDossier stored, List<Answer> answers, Consent consent, CancellationToken ct)
    {
        var now = clock.Instant();
        var papers = answers.Where(answer => answer.Found is not null)
            .Select((answer, n) => PaperOf(answer.Component, answer.Found!, stored.Dossier.PaperCount + 1 + n, consent, now)).ToList();
        var notHeld = answers.Where(answer => answer is { Found: null, Away: false, Refused: false }).Select(answer => answer.Component.Id).ToList();
        if (papers.Count + notHeld.Count > 0)
        {
            await dossiers.RecordAsync(stored, new RecordsRead(papers, notHeld, Stamp.System(now)), key: null, ct);
        }
    }

    private static Paper PaperOf(Component component, FoundRecord found, int id, Consent consent, DateTimeOffset now) => new(
        id.ToString(CultureInfo.InvariantCulture),
        component.Id,
        component.Name.Vi,
        Lineage.FromDatabase,
        $"record:{found.Reference}",
        Consent: consent,
        Record: new DatabaseRecord(component.Database!.Value.ToString(), found.Source, found.Reference, now.Here(), found.Facts));

    // 15 s, 30 s, 1 min … 1 h.
    internal static TimeSpan Wait(int attempt) => TimeSpan.FromSeconds(Math.Min(15 * Math.Pow(2, attempt - 1), Longest.TotalSeconds));

    /// <param name="Away">The database was out of reach.</param>
    /// <param name="Refused">It does not answer such questions.</param>
    private sealed record Answer(Component Component, FoundRecord? Found, bool Away = false, bool Refused = false);

    [LoggerMessage(LogLevel.Information, "{Code}: {Database} was asked for {Component}; held: {Held}.")]
    private partial void LogAsked(string code, Database database, string component, bool held);

    [LoggerMessage(LogLevel.Warning, "{Code}: {Database} is out of reach; it is asked again later.")]
    private partial void LogAway(string code, Database database);

    [LoggerMessage(LogLevel.Error, "{Code}: {Database} refuses the look-up: {Reason}")]
    private partial void LogRefused(string code, Database database, string reason);
}
