using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Procedures;

namespace PublicAdmin.Portal.Inbound;

/// <summary>
/// Brings the files of a filing into the office and judges them. All are recorded at once, when each is judged or the portal had its time; what cannot be used
/// is asked for on form 02, and so the portal hears status 5. Dying at any step and beginning again ends in the same record.
/// </summary>
public sealed partial class PortalFetching(
    DossierStore dossiers, PortalFileReader files, ProcedureCatalogue procedures, OfficeDirectory offices, TimeProvider clock, ILogger<PortalFetching> log)
{
    private const int MostAsked = 30; // As many as an official may ask for at once.

    /// <summary>How long the portal has to give its files: half of the working day in which the desk must answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(4);

    public async Task<Outcome> FetchAsync(FilesToFetch message, int attempt, CancellationToken ct)
    {
        if (await dossiers.FindAsync(message.Code, ct) is not { } stored)
        {
            return Outcome.Never("dossier-unknown");
        }

        if (!stored.Dossier.IsOpen)
        {
            return Outcome.Done; // Withdrawn meanwhile.
        }

        try
        {
            var fetched = stored.Dossier.Portal.FilesAwaited == 0 ? stored : await RecordAsync(stored, attempt, ct);
            if (fetched is null)
            {
                return Outcome.Away(OutsideLines.PortalFiles, TimeSpan.FromSeconds(Math.Min(15 * Math.Pow(2, attempt - 1), 600)));
            }

            await AskAsync(fetched, ct);
            return Outcome.Done;
        }
        catch (StaleRowException)
        {
            return Outcome.Later(TimeSpan.FromSeconds(1)); // Somebody acted on the dossier at the same moment.
        }
    }

    /// <returns>Null while files are still to come.</returns>
    private async Task<StoredDossier?> RecordAsync(StoredDossier stored, int attempt, CancellationToken ct)
    {
        var dossier = stored.Dossier;
        var filed = (Submitted)(await dossiers.EventsAsync(dossier.Code, 0, ct))[0].Event;
        var lastTry = clock.GetUtcNow() - dossier.SubmittedAt >= Patience;
        var (papers, refused) = (new List<Paper>(), new List<RefusedFile>());
        var waits = false;
        foreach (var file in filed.Filing.Arrival!.Files)
        {
            var judged = await files.ReadAsync(dossier, file, dossier.PaperCount + 1 + papers.Count, new FetchTry(attempt, lastTry), ct);
            waits |= judged is null;
            papers.AddRange(judged?.Paper is { } paper ? [paper] : []);
            refused.AddRange(judged?.Refused is { } bad ? [bad] : []);
        }

        if (waits)
        {
            return null;
        }

        LogFetched(dossier.Code, papers.Count, refused.Count);
        return await dossiers.RecordAsync(stored, new FilesFetched(papers, refused, Stamp.System(clock.Instant())), key: null, ct);
    }

    private async Task AskAsync(StoredDossier stored, CancellationToken ct)
    {
        if (stored.Dossier is not { Phase: Phase.Registered, SupplementRounds: 0 } dossier)
        {
            return; // Asked already, or an official was faster.
        }

        var refused = (await dossiers.EventsAsync(dossier.Code, 1, ct)).Select(recorded => recorded.Event).OfType<FilesFetched>().Last().Refused;
        if (refused.Count > 0 && procedures.AskedOf(dossier) is { } procedure
            && dossier.RequestSupplement(RequestOf(dossier, procedure, refused), procedure.Term.Normal.Policy, Stamp.System(clock.Instant()))
                .Try(out var asked, out _))
        {
            await dossiers.RecordAsync(stored, asked, key: null, ct);
        }
    }

    private SupplementRequest RequestOf(Dossier dossier, ProcedureVersion procedure, IReadOnlyList<RefusedFile> refused)
    {
        var office = offices.Find(dossier.Places.Receipt, DateOnly.FromDateTime(dossier.SubmittedAt.Here().DateTime));
        var items = refused.Take(MostAsked).Select(file => new SupplementItem(
            procedure.Components.FirstOrDefault(component => component.Id == file.Component)?.Name.Vi ?? file.Component,
            $"Tệp «{file.Name}» gửi từ Cổng Dịch vụ công quốc gia: {file.Why}", file.Component));
        return new SupplementRequest([.. items], $"{office?.Name.Vi} {office?.Phone}".Trim());
    }

    [LoggerMessage(LogLevel.Information, "{Code}: {Count} files came from the National Portal, {Refused} were refused.")]
    private partial void LogFetched(DossierCode code, int count, int refused);
}
