using System.Text.Json;
using System.Text.Json.Serialization;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Notifications;

/// <summary>By what a letter travels.</summary>
public enum LetterChannel { Email, Sms, Zalo }

/// <summary>One letter to one person by one way.</summary>
/// <param name="Staff">The staff member's directory id; null for the applicant.</param>
/// <param name="Petition">Of whom this petition is; null for the others.</param>
public sealed record Addressee(LetterChannel Channel, string? Staff = null, string? Petition = null);

/// <summary>Lent by the room of petitions: where whoever wrote one wants to be written to; null for nowhere.</summary>
public delegate Task<string?> PetitionerAddress(string id, CancellationToken ct);

/// <summary>
/// Queue notifications: something happened that people are to be told. Without an addressee it is spread into one message for each
/// letter, so that one that cannot be delivered holds up no other. It names nobody: addresses are looked up when the letter is sent.
/// </summary>
/// <param name="Id">Made from what happened, so that telling it twice is the same notice.</param>
/// <param name="Letter">Name of the letter, as in Letters/.</param>
/// <param name="At">When it happened.</param>
/// <param name="Code">The dossier; null for a digest.</param>
/// <param name="Version">The dossier's event it follows from.</param>
/// <param name="Rung">For an escalation: the rung's code.</param>
/// <param name="Office">For a digest, or a letter about an office: which.</param>
/// <param name="Facts">For a letter about an office: what fills its places; null for any other.</param>
public sealed record Notice(
    string Id, string Letter, DateTimeOffset At, DossierCode? Code = null, long Version = 0, string? Rung = null, string? Office = null, Addressee? To = null,
    IReadOnlyDictionary<string, Text>? Facts = null)
{
    public const string Escalation = "escalation";
    public const string MorningDigest = "morning-digest";
    public const string PartLate = "part-late";

    /// <summary>Follows from no event of the dossier.</summary>
    [JsonIgnore]
    public bool IsAboutCalendar => Letter.StartsWith("calendar-", StringComparison.Ordinal);

    /// <summary>The way a letter nobody could deliver was to go; null for what is not one.</summary>
    internal static LetterChannel? ChannelOf(DeadLetter dead)
    {
        try
        {
            return JsonSerializer.Deserialize<Notice>(dead.Body, OfficeJson.Stored)?.To?.Channel;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
