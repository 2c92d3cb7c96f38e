using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Notifications;

/// <summary>
/// Which events people are told of at once; an apology is told of when its form 04 is signed. The message id is the dossier's code and version: projected
/// twice, it is sent once.
/// </summary>
public sealed class NoticesOfEvents : IDossierFollowUp
{
    /// <summary>The letter that a filing arrived.</summary>
    internal const string Filed = "filed";

    /// <summary>Letters about what somebody else did in the addressee's name.</summary>
    internal static IReadOnlyList<string> OfOthersDoing { get; } = [FiledForYou, LookUpWaits, LookedUp];

    private const string FiledForYou = "filed-for-you";
    private const string LookUpWaits = "look-up-waits";
    private const string LookedUp = "looked-up";

    public IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded)
    {
        if (LetterOf(now, recorded.Event) is { } letter)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{now.Code}:{recorded.Version}");
            yield return QueueMessage.Of(
                Queues.Notifications, id, new Notice(id, letter, recorded.Event.Stamp.At, now.Code, recorded.Version, (recorded.Event as Escalated)?.Rung));
        }
    }

    private static string? LetterOf(Dossier now, DossierEvent e) => e switch
    {
        // Somebody else's doing in a person's name is told to that person, whatever else is.
        Submitted { Filing.Proxy: not null } => FiledForYou,
        Supplemented { Agreed: { LookUpAsked: true, LookUp: null } } => LookUpWaits,
        RecordsRead when now.LookUpConsent is { Kind: not ConsentKind.OwnAccount } => LookedUp,

        // At the counter the receipt is printed there and then; who was answered meanwhile need not hear that it arrived.
        Submitted { Filing: { Channel: not Channel.Counter, Linked: null or { Of: null } } } when now.Phase is Phase.Registered => Filed,
        Accepted => "received",
        SupplementRequested => "supplement-requested",
        NotAccepted => "refused",
        Stopped => "stopped",
        VerificationNeeded => "verification-needed",
        AnswersCorrected => "answers-corrected",
        Issued => "result-ready",
        Returned => "returned",
        ResultRevoked => "result-revoked",
        Suspended => "suspended",
        Resumed => "resumed",
        PostingBegun => "posting-begun",
        PostingEnded => "posting-ended",
        Withdrawn => "withdrawn",
        FeeAssessed when now.Payment is PaymentState.Due => "fee-due",
        Escalated => Notice.Escalation,
        PartReported { Done: true } => "part-done",
        PartReported { Report.Status: NationalStatus.NotAccepted or NationalStatus.Stopped } => "part-refused",
        PartLimitMissed => Notice.PartLate,
        _ => null,
    };
}
