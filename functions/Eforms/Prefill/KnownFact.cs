using System.Text.Json;
using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>Where something is known from.</summary>
/// <param name="Dossier">In which it was filled in, or from which the result came.</param>
/// <param name="On">The day of filing, of the result, or of the look-up.</param>
/// <param name="Register">The system that answered, or the agency whose result says so.</param>
/// <param name="Reference">Number of the record or of the result.</param>
internal sealed record FactOrigin(
    PrefillSource Source, string? Dossier = null, DateOnly? On = null, string? Register = null, string? Reference = null);

/// <summary>One thing that is known of one person.</summary>
/// <param name="Person">Personal number.</param>
/// <param name="Path">What forms call it: <c>fullName</c>, <c>spouse.personalNumber</c>.</param>
/// <param name="As">The field it was answered in; null for the words of a register.</param>
internal sealed record PersonFact(string Person, string Path, FormField? As, JsonElement Value, FactOrigin Origin);

/// <summary>A marriage a certificate of ours speaks of.</summary>
/// <param name="Entry">Its entry in the register: number, date, agency.</param>
internal sealed record KnownMarriage(string Wife, string Husband, JsonElement Entry, FactOrigin Origin);

/// <summary>Everything known before a form is filled in, the surest first.</summary>
internal sealed record KnownFacts(IReadOnlyList<PersonFact> Facts, IReadOnlyList<KnownMarriage> Marriages)
{
    public static KnownFacts None { get; } = new([], []);

    public KnownFacts And(KnownFacts less) => new([.. Facts, .. less.Facts], [.. Marriages, .. less.Marriages]);
}
