using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Eforms.Templates;

/// <summary>Mẫu kết quả: which fields of the form a result prints, and which the officer fills in.</summary>
public sealed record ResultTemplate
{
    public required string Id { get; init; }

    public required Label Name { get; init; }

    /// <summary>certificate, extract, decision, confirmation, certifiedCopy or minutes.</summary>
    public required string Kind { get; init; }

    /// <summary>National codes of the procedures that end in it.</summary>
    public required IReadOnlyList<string> Procedures { get; init; }

    /// <summary>The form whose fields it names.</summary>
    public required string Form { get; init; }

    public required OfficialResult Official { get; init; }

    public NumberPattern? NumberPattern { get; init; }

    public string? Register { get; init; }

    public ResultSigner? Signer { get; init; }

    public required string Certainty { get; init; }

    /// <summary>The kind of content that lays it out more closely than lines do.</summary>
    public string? ExistingClass { get; init; }

    /// <summary>
    /// Made and signed in another agency's system, such as a land certificate: it is entered as the paper it is (PUT result-paper) and never printed here,
    /// where it could only be something that pretends to be one.
    /// </summary>
    public bool Elsewhere { get; init; }

    public required IReadOnlyList<TemplateField> Fields { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public static IReadOnlyList<ResultTemplate> All { get; } = Resources.Json<ResultTemplate[]>("Eforms.Data.results.json");

    /// <summary>Those a procedure may end in; what says most of the form first, as a copy from a register says nothing of it.</summary>
    public static IEnumerable<ResultTemplate> Of(string procedure) => All.Where(template => template.Procedures.Contains(procedure))
        .OrderByDescending(template => template.Fields.Count(field => field.From.ContainsKey("form")));
}

public sealed record OfficialResult(string Form, string Law);

/// <summary>How it is numbered.</summary>
public sealed record NumberPattern(string Form, string? Example = null, string? Source = null, string? Certainty = null);

public sealed record ResultSigner(string Vi, string? En = null, string? Certainty = null);

/// <summary>A line of a result.</summary>
/// <param name="From">
/// Where it comes from: <c>form</c> a field of the form (with <c>of</c> a column of a list, with <c>more</c> what is said behind it), <c>fixed</c> the same
/// words always, anything else the officer.
/// </param>
/// <param name="Beside">Stands behind the line before.</param>
/// <param name="Box">Nobody fills it in here: room on the paper.</param>
/// <param name="YearOnly">Of a date the paper says the year, whether or not the form knows the day.</param>
public sealed record TemplateField(
    string Key, Label Label, IReadOnlyDictionary<string, JsonElement> From, string Certainty, bool Uppercase = false, bool Beside = false,
    TemplateBox? Box = null, bool YearOnly = false)
{
    /// <summary>Remarks may be left out; whatever else is the officer's must be filled in.</summary>
    public bool IsOptional => Key is "note" or "notes";

    /// <summary>What is said behind the field it names: a field, and the words around it.</summary>
    internal IReadOnlyList<TemplatePart> More => From.TryGetValue("more", out var parts) ? parts.Deserialize<TemplatePart[]>(OfficeJson.Stored)! : [];

    /// <summary>The fields of the form it prints.</summary>
    internal IEnumerable<string> FormKeys => From.TryGetValue("form", out var key) ? [key.GetString()!, .. More.Select(part => part.Form)] : [];
}

/// <summary>Room for a photo or for signatures.</summary>
/// <param name="Height">Millimetres.</param>
/// <param name="Captions">What belongs there, one for each room.</param>
/// <param name="Width">Millimetres; null where the rooms share the whole width.</param>
public sealed record TemplateBox(int Height, IReadOnlyList<string> Captions, int? Width = null);

/// <param name="Vi">The words, with <c>{0}</c> for the answer.</param>
internal sealed record TemplatePart(string Form, string Vi);
