using System.Text.Json;
using System.Text.Json.Serialization;
using PublicAdmin.Eforms.Versions;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Eforms.Definitions;

/// <summary>
/// Biểu mẫu điện tử: one procedure's own form as data, from which the screen, the checks, the JSON Schema of the answers and the prints are made.
/// Immutable once used: a dossier keeps <see cref="Id"/> and <see cref="Version"/> and is read by them for ever.
/// </summary>
public sealed record FormDefinition : IEffective
{
    /// <summary>Lower-case letters, digits and hyphens, e.g. <c>khai-sinh</c>.</summary>
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>National codes of the procedures it serves.</summary>
    public required IReadOnlyList<string> Procedures { get; init; }

    /// <summary>The component of the dossier (thành phần hồ sơ) it stands for.</summary>
    public required string Component { get; init; }

    public required Label Name { get; init; }

    public required FollowedForm Official { get; init; }

    public string? Certainty { get; init; }

    public string? Source { get; init; }

    public required IReadOnlyList<FormCase> Cases { get; init; }

    public required IReadOnlyList<FormSection> Sections { get; init; }

    public required IReadOnlyList<FormRule> Rules { get; init; }

    public required IReadOnlyList<Declaration> Declarations { get; init; }

    /// <summary>How drafts of the version before are carried over; null for a first version.</summary>
    public FormMigration? Migration { get; init; }

    public IReadOnlyList<FormHint> Hints { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    [JsonIgnore]
    string IEffective.Code => Id;

    [JsonIgnore]
    public IEnumerable<FormField> Fields => Sections.SelectMany(section => section.Fields);
}

/// <summary>The paper the form follows. Numbers of land and social forms are the province's and move: data, never code.</summary>
/// <param name="Certainty">S seen, H, M, L from memory (high, medium, low), own; a remark may follow.</param>
public sealed record FollowedForm(
    string Number, string Law, string Certainty, string? Paper = null, string? Source = null, string? Portal = null, bool NumberIsData = false);

/// <summary>Trường hợp: a case of the procedure.</summary>
/// <param name="Answers">Answers that follow from the case.</param>
/// <param name="Components">Papers only this case needs.</param>
/// <param name="Term">A term of its own, in words.</param>
public sealed record FormCase(
    string Id,
    Label Name,
    string Certainty,
    IReadOnlyDictionary<string, JsonElement>? Answers = null,
    IReadOnlyList<string>? Components = null,
    string? Term = null,
    string? Note = null);

/// <param name="ShowIf">A condition; what it hides is neither required nor kept.</param>
public sealed record FormSection(string Id, Label Title, IReadOnlyList<FormField> Fields, JsonElement? ShowIf = null, Label? Hint = null);

/// <summary>What a rule that is broken means.</summary>
public enum RuleLevel
{
    /// <summary>Cannot be sent.</summary>
    Block,

    /// <summary>May go on after reading.</summary>
    Warn,

    Info,

    /// <summary>Only the officer sees it, after look-ups.</summary>
    Office,

    /// <summary>Another procedure fits.</summary>
    Route,
}

/// <summary>A rule across fields: it is broken when <see cref="When"/> certainly holds and <see cref="Check"/> certainly does not.</summary>
/// <param name="At">The fields it is said beside.</param>
public sealed record FormRule(
    string Id, RuleLevel Level, JsonElement Check, Label Message, IReadOnlyList<string> At, string Certainty, JsonElement? When = null)
{
    public string? Law { get; init; }
}

/// <summary>Lời cam đoan.</summary>
public sealed record Declaration(string Id, Label Text, JsonElement? ShowIf = null, string? Law = null);

/// <summary>Advice beside fields.</summary>
public sealed record FormHint(Label Text, IReadOnlyList<string> At, string? Law = null, string? Certainty = null);
