using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Portal.Outbound;

/// <summary>Queue portal-sync, session = dossier code: the portal has a dossier's version still to hear.</summary>
public sealed record PortalToHear(DossierCode Code, long Version);

/// <summary>Sends a message for each change the portal is to hear of; filing and acting never wait for it.</summary>
internal sealed class PortalWanted(IOptions<PortalSettings> settings) : IDossierFollowUp
{
    public IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded) =>
        settings.Value.Address.Length > 0 && PortalState.IsNews(recorded.Event)
            ? [QueueMessage.Of(
                Queues.PortalSync,
                string.Create(CultureInfo.InvariantCulture, $"{now.Code}:portal:{recorded.Version}"),
                new PortalToHear(now.Code, recorded.Version),
                session: now.Code.ToString())]
            : [];
}

/// <summary>
/// Brings the portal up to a dossier: its present state, versions in between merged, then every progress line since the last one taken, in order and none
/// left out. Whatever delivery comes first sends all there is; those behind it find it done. What the portal refuses for good is buried for this dossier alone.
/// </summary>
public sealed partial class PortalSending(
    DossierStore dossiers, PortalBook book, PortalLine line, PortalFiles files, PortalAcceptance acceptance, TimeProvider clock, ILogger<PortalSending> log)
{
    /// <summary>madonvi: the province's code, which every office's begins with.</summary>
    public const string Unit = "H18";

    public async Task<Outcome> SendAsync(PortalToHear message, int attempt, CancellationToken ct)
    {
        if (await dossiers.FindAsync(message.Code, ct) is not { } stored)
        {
            return Outcome.Never("dossier-unknown");
        }

        var (entry, tag) = await book.FindAsync(message.Code, ct);
        if (entry.Lines >= message.Version)
        {
            return Outcome.Done; // An earlier delivery sent it along.
        }

        try
        {
            return await SendAsync(stored, entry, tag, attempt, ct);
        }
        catch (StaleRowException)
        {
            return Outcome.Later(TimeSpan.FromSeconds(1));
        }
    }

    private async Task<Outcome> SendAsync(StoredDossier stored, PortalEntry entry, string? tag, int attempt, CancellationToken ct)
    {
        var dossier = stored.Dossier;
        var sent = entry with { TriedAt = clock.Instant(), Attempts = entry.Attempts + 1 };
        if (entry.Version < stored.Version)
        {
            var state = PortalMessages.DossierOf(dossier);
            var told = await files.AddAsync(state, dossier, ct);
            var answer = await line.SendAsync(Unit, PortalMessages.Synchronise, entry.Known, new[] { state }, ct);
            if (!answer.IsGood)
            {
                return await FailedAsync(dossier.Code, sent, tag, answer, attempt, ct);
            }

            sent = sent with { Known = true, Version = stored.Version, Files = told };
            tag = await book.SaveAsync(dossier.Code, sent, tag, ct); // A death from here on sends no state twice, and the lines once more with their numbers.
        }

        var events = await dossiers.EventsAsync(stored, entry.Lines, ct);
        var lines = PortalMessages.LinesOf(dossier, events);
        var taken = lines.Count is 0 ? new PortalAnswer(PortalErrors.Good) : await line.SendAsync(Unit, PortalMessages.Progress, null, lines, ct);
        if (!taken.IsGood)
        {
            return await FailedAsync(dossier.Code, sent, tag, taken, attempt, ct);
        }

        await book.SaveAsync(dossier.Code, sent with { Lines = stored.Version, Attempts = 0, LastError = null, AcceptedAt = clock.Instant() }, tag, ct);
        await acceptance.HeardAsync(dossier, ct);
        return Outcome.Done;
    }

    private async Task<Outcome> FailedAsync(DossierCode code, PortalEntry entry, string? tag, PortalAnswer answer, int attempt, CancellationToken ct)
    {
        await book.SaveAsync(code, entry with { LastError = answer.Code ?? "away" }, tag, ct);
        if (answer.Code is { } error && PortalErrors.Known.Permanent.Contains(error))
        {
            LogRefused(code, error);
            return Outcome.Never("portal-refused");
        }

        return Outcome.Away(OutsideLines.Portal, Wait(attempt));
    }

    // 1, 2, 4 … 60 minutes, each up to a fifth longer, so that a portal that comes back is not met by everybody at once.
    private static TimeSpan Wait(int attempt) =>
        TimeSpan.FromMinutes(Math.Min(Math.Pow(2, Math.Min(attempt, 7) - 1), 60) * (1 + (Random.Shared.NextDouble() / 5)));

    [LoggerMessage(LogLevel.Error, "{Code}: the National Portal refuses it for good: {Reason}.", EventName = "PortalRefused")]
    private partial void LogRefused(DossierCode code, string reason);
}
