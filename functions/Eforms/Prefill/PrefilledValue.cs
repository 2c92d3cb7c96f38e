using System.Text.Json;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>Where a proposed answer comes from.</summary>
public enum PrefillSource
{
    /// <summary>The account the citizen signed in with (VNeID).</summary>
    SignIn,

    /// <summary>What the citizen filled in for an earlier dossier.</summary>
    EarlierDossier,
}

/// <summary>An answer that need not be typed again.</summary>
/// <param name="Field">Key of the form.</param>
/// <param name="Locked">The source guarantees it; another value needs a correction there.</param>
/// <param name="Dossier">The earlier dossier, with the day it was filed.</param>
public sealed record PrefilledValue(string Field, JsonElement Value, PrefillSource Source, bool Locked = false, string? Dossier = null, DateOnly? On = null);

/// <param name="Fields">How many fields of the form there are, of which <paramref name="Values"/> are proposed.</param>
public sealed record PrefilledForm(string Form, string Version, int Fields, IReadOnlyList<PrefilledValue> Values);
