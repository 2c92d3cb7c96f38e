using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicAdmin.Eforms.Definitions;

/// <summary>What a field holds. Composite values are JSON objects; their parts stand in <see cref="Composites"/>.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The name a form gives the type of a field.")]
public enum FieldType
{
    Text,
    LongText,
    Name,
    Date,

    /// <summary>yyyy, yyyy-MM or yyyy-MM-dd: what is known of a date.</summary>
    PartialDate,
    Time,
    Datetime,
    PersonalNumber,
    Phone,
    Email,
    Address,
    Residence,
    Commune,
    Place,
    IdentityDocument,
    Ethnicity,
    Nationality,
    Choice,
    MultiChoice,

    /// <summary>One column chosen per row of a list.</summary>
    Matrix,
    Integer,
    Number,
    Money,
    Area,
    YesNo,
    List,
    Group,
    RegisterEntry,
    BankAccount,
    Agency,
    Consent,

    /// <summary>The id of an upload.</summary>
    Photo,
}

/// <summary>One field of a form.</summary>
public sealed record FormField
{
    /// <summary>Its name in the answers: never reused for another meaning in a later version.</summary>
    public required string Key { get; init; }

    /// <summary>Its number on the official paper.</summary>
    public string? No { get; init; }

    public required Label Label { get; init; }

    public Label? Hint { get; init; }

    public required FieldType Type { get; init; }

    public bool Required { get; init; }

    public JsonElement? RequiredIf { get; init; }

    public JsonElement? ShowIf { get; init; }

    /// <summary>The code list its values come from.</summary>
    public string? List { get; init; }

    /// <summary>Values of its own, or the codes of <see cref="List"/> it offers.</summary>
    public IReadOnlyList<JsonElement>? Options { get; init; }

    public IReadOnlyList<FieldOption>? Columns { get; init; }

    public string? ColumnsList { get; init; }

    public string? GroupBy { get; init; }

    /// <summary>A list of suggestions; any other text is good too.</summary>
    public string? SuggestList { get; init; }

    /// <summary>What the screen begins with; an answer that is not sent is not taken from here.</summary>
    public JsonElement? Default { get; init; }

    public JsonElement? DefaultFrom { get; init; }

    /// <summary>Worked out by the office from other answers; whatever is sent for it is not looked at.</summary>
    public JsonElement? Computed { get; init; }

    public bool ReadOnly { get; init; }

    public bool LockWhenPrefilled { get; init; }

    public string? SameAs { get; init; }

    public JsonElement? Suggest { get; init; }

    public IReadOnlyList<JsonElement> Prefill { get; init; } = [];

    public IReadOnlyList<string> PortalNames { get; init; } = [];

    public IReadOnlyList<string> OnResult { get; init; } = [];

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public int? Decimals { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>Printed in capitals.</summary>
    public bool Uppercase { get; init; }

    public bool DetailOptional { get; init; }

    public string? Detail { get; init; }

    public string? Autocomplete { get; init; }

    public string? Inputmode { get; init; }

    /// <summary>Shown to the officer in charge only.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Fields of each entry of a list, or of a group.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    public required string Certainty { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }

    [JsonIgnore]
    public bool IsDate => Type is FieldType.Date or FieldType.PartialDate;
}
