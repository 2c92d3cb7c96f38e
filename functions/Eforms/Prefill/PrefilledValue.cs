using System.Text.Json;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>Where a proposed answer comes from.</summary>
public enum PrefillSource
{
    /// <summary>The account the citizen signed in with (VNeID).</summary>
    SignIn,

    /// <summary>A register that was asked because the citizen agreed.</summary>
    Register,

    /// <summary>A result of an agency, read as its signature vouches for it.</summary>
    EarlierResult,

    /// <summary>What the citizen filled in for an earlier dossier.</summary>
    EarlierDossier,
}

/// <summary>An answer that need not be typed again.</summary>
/// <param name="Field">Key of the form.</param>
/// <param name="Locked">The source guarantees it; another value needs a correction there.</param>
/// <param name="Dossier">The earlier dossier, or the one the result came from.</param>
/// <param name="On">The day it was filed, issued or looked up.</param>
/// <param name="If">Of whom it is said: it is good for as long as these fields hold these numbers; null for always.</param>
/// <param name="When">A condition of the form that must hold as well; null for none.</param>
/// <param name="Register">The system that answered, or the agency whose result says so.</param>
/// <param name="Reference">Number of the record or of the result.</param>
/// <param name="Suggested">It follows from what is known of somebody else and may well be otherwise.</param>
public sealed record PrefilledValue(
    string Field, JsonElement Value, PrefillSource Source, bool Locked = false, string? Dossier = null, DateOnly? On = null,
    IReadOnlyList<PersonNamed>? If = null, JsonElement? When = null, string? Register = null, string? Reference = null, bool? Suggested = null);

/// <param name="Field">Of the form, a personal number.</param>
public sealed record PersonNamed(string Field, string Number);

/// <summary>A result that was read: named in the filing (<c>results</c>), so that the office sees where an answer differs from it.</summary>
/// <param name="Proof">That the citizen has it.</param>
public sealed record ReadResult(string Dossier, string Number, DateOnly On, string Agency, string Proof);

/// <param name="Fields">How many fields of the form there are.</param>
/// <param name="Values">The best first, where a field has several.</param>
/// <param name="Results">Earlier results that were read.</param>
public sealed record PrefilledForm(
    string Form, string Version, int Fields, IReadOnlyList<PrefilledValue> Values, IReadOnlyList<ReadResult>? Results = null);
