using System.Text.Json.Serialization;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>From where a rung is measured.</summary>
public enum RungTrigger
{
    /// <summary>So many per cent of the working time are used.</summary>
    Used,

    /// <summary>The morning of the working day so many before the day it is due: early enough to send an apology the day before (form 04).</summary>
    Before,

    /// <summary>So many working days after the end; 0 for the end itself.</summary>
    After,
}

/// <summary>The one person a rung may name beside roles.</summary>
public enum RungPerson
{
    /// <summary>Người thụ lý; while nobody has taken the dossier, the officers of the office that holds it.</summary>
    Handler,
}

/// <summary>Whom a rung tells: a person, or everybody in a role at a place.</summary>
/// <param name="At"><c>holding</c>, <c>receipt</c>, <c>competent</c>, or the code of an office.</param>
public sealed record RungRecipient(RungPerson? Who = null, Role? Role = null, string? At = null);

/// <summary>One rung (nấc cảnh báo).</summary>
/// <param name="Code">Stable; recorded with the dossier.</param>
/// <param name="Amount">Per cent or working days.</param>
/// <param name="DraftsApology">Form 04 is drafted and laid before the head.</param>
public sealed record Rung(string Code, Text Name, RungTrigger When, int Amount, IReadOnlyList<RungRecipient> To, bool DraftsApology = false);

/// <summary>
/// The ladder (bậc thang cảnh báo) of one procedure in one office from a day on; <c>*</c> stands for all. A dossier keeps the ladder that was in force
/// when it was received, or when its term was extended, so a change never moves an alarm that is planned already.
/// </summary>
/// <param name="Source">The decision or regulation it rests on.</param>
/// <param name="Reason">Why an administrator entered it; null for what ships.</param>
/// <param name="EnteredAt">When; set by the office.</param>
/// <param name="EnteredBy">Who, by the staff directory; set by the office.</param>
public sealed record EscalationLadder(
    string Procedure, string Office, DateOnly ValidFrom, string Source, IReadOnlyList<Rung> Rungs, string? Reason = null, DateTimeOffset? EnteredAt = null,
    string? EnteredBy = null) : IEffective
{
    public const string All = "*";

    /// <summary>What fires while nobody has decided whether to accept a dossier in time.</summary>
    public static Rung Intake { get; } = new(
        "intake", new("Quá giờ quyết định tiếp nhận", "Not decided whether to accept in time"), RungTrigger.After, 0,
        [new RungRecipient(Role: Role.Clerk, At: "receipt"), new RungRecipient(Role: Role.Supervisor, At: "receipt")]);

    [JsonIgnore]
    public string Code => KeyOf(Procedure, Office);

    [JsonIgnore]
    public DateOnly? ValidTo => null;

    /// <summary>How closely the ladder fits; null when it does not.</summary>
    public int? FitOf(string procedure, string office) =>
        (Procedure == procedure || Procedure == All) && (Office == office || Office == All) ? (Procedure == All ? 0 : 2) + (Office == All ? 0 : 1) : null;

    public static string KeyOf(string procedure, string office) => $"{procedure}~{office}";
}
