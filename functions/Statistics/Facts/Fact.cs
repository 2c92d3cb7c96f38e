using System.Text.Json;
using System.Text.Json.Serialization;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Facts;

/// <summary>How a dossier came in, as the reports ask (kênh tiếp nhận): online by what was possible at filing, counter, post, assisted.</summary>
public enum Intake { OnlineFull, OnlinePartial, OnlineOther, Counter, Post, Assisted }

/// <summary>From when on a dossier stood so. A step may lie ahead: the moment at which it will be overdue unless something happens.</summary>
/// <param name="At">The minute from which it holds.</param>
/// <param name="Holding">The office whose turn it is.</param>
/// <param name="Apologised">Whether form 04 had gone out.</param>
/// <param name="AtLast">
/// It came when what was owed was nearly due: a pause, a withdrawal or a stop on the last day, a result in the last quarter of an hour. A sign to look at, no
/// fault.
/// </param>
[JsonConverter(typeof(StepJson))]
public sealed record Step(DateTimeOffset At, Standing Standing, string Holding, bool Apologised = false, bool AtLast = false);

/// <summary>What is counted once for a dossier, beside where it stands.</summary>
[Flags]
public enum Marks
{
    None = 0,

    /// <summary>Received away from the unit that is competent (phi địa giới).</summary>
    NonTerritorial = 1,

    /// <summary>At least one paper was scanned for it.</summary>
    Digitised = 2,

    /// <summary>At least one paper came from the citizen's wallet, so nobody handed it in again.</summary>
    Reused = 4,

    /// <summary>At least one fact was read in a national database.</summary>
    FromDatabase = 8,

    /// <summary>The applicant's account was confirmed by VNeID.</summary>
    Identified = 16,

    /// <summary>A fee or duty was owed.</summary>
    Charged = 32,

    /// <summary>Asked for a supplement more than once: late by the national index, whatever the date.</summary>
    AskedTwice = 64,
}

/// <summary>A payment that counts in the reports.</summary>
/// <param name="At">When the first receipt was written.</param>
/// <param name="Online">Through the platform, not at the counter.</param>
public sealed record Settlement(DateTimeOffset At, bool Online);

/// <summary>What its citizen thought of it in the end.</summary>
public sealed record Vote(DateTimeOffset At, bool Satisfied);

/// <summary>
/// All the books know of one dossier: a pure function of its events (<see cref="FactMaker"/>), so that making it again gives the same
/// bytes. No name, no number of a person.
/// </summary>
/// <param name="Sector">Code of the procedure's sector in the pinned version.</param>
/// <param name="Competent">Null while nobody knows which agency decides.</param>
/// <param name="Steps">Where it stood, oldest first; never empty.</param>
/// <param name="Paid">Null while nothing was paid.</param>
/// <param name="Vote">Null while nobody has rated it.</param>
public sealed record Fact(
    DossierCode Code,
    string Procedure,
    string Sector,
    Intake Intake,
    string Receipt,
    string? Competent,
    Marks Marks,
    IReadOnlyList<Step> Steps,
    Settlement? Paid = null,
    Vote? Vote = null)
{
    /// <summary>The office a dossier is counted under while its competent agency is unknown.</summary>
    public const string Unknown = "-";

    [JsonIgnore]
    public string CompetentOrUnknown => Competent ?? Unknown;

    [JsonIgnore]
    public DateTimeOffset FiledAt => Steps[0].At;

    /// <summary>Null before the valid receipt.</summary>
    [JsonIgnore]
    public DateTimeOffset? ReceivedAt => Steps.FirstOrDefault(step => step.Standing.IsOpen() || step.Standing.IsEndOfReceived())?.At;

    /// <summary>Null while it is open.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndedAt => Steps[^1].Standing.IsEnd() ? Steps[^1].At : null;

    /// <summary>How it stood at a moment; null before it was filed.</summary>
    public Step? At(DateTimeOffset moment) => Steps.LastOrDefault(step => step.At <= moment);

    /// <summary>Every office that has had it in hand, competent or not.</summary>
    public IEnumerable<string> OfficesTouched() => Steps.Select(step => step.Holding).Append(Receipt).Append(CompetentOrUnknown).Distinct();

    public string ToJson() => JsonSerializer.Serialize(this, OfficeJson.Stored);

    public static Fact From(string json) => JsonSerializer.Deserialize<Fact>(json, OfficeJson.Stored)!;
}
