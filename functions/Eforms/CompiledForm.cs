using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;

namespace PublicAdmin.Eforms;

/// <summary>A rule ready to be held against answers.</summary>
internal sealed record CompiledRule(FormRule Rule, Func<RuleScope, Truth>? When, Func<RuleScope, Truth> Check)
{
    /// <summary>Broken only when it certainly applies and is certainly not kept.</summary>
    public bool IsBroken(RuleScope scope) => (When is null || When(scope) is Truth.True) && Check(scope) is Truth.False;
}

/// <summary>A definition made ready, with everything in it that contradicts itself.</summary>
internal sealed partial class CompiledForm
{
    private const int MostRules = 100;

    private CompiledForm(FormDefinition definition)
    {
        var faults = new DefinitionFaults();
        (Definition, Table) = (definition, new FieldTable(definition));
        var graph = new List<(int Place, IReadOnlyCollection<int> Needs)>();
        Fields = [.. definition.Sections.SelectMany(section => section.Fields.Select(field => Compile(section, field, faults, graph)))];
        Paths = [.. Fields.Select(field => $"form.{field.Field.Key}")];
        OfTheFiler = [.. Fields.Where(field => field.Sources.Any(source => source.Holder == FieldSource.Filer))];
        AsksForFiles = Fields.Any(Asks);
        Rules = [.. definition.Rules.Select(rule => Compile(rule, faults))];
        Order = ShowOrder.Of(graph, Table, faults);
        CheckNames(faults);
        AsksTheOffice = definition.Rules.Any(rule => $"{rule.When}{rule.Check}".Contains($"\"{OutsideValues.OfficeCommune}\"", StringComparison.Ordinal));
        Questions = [.. definition.Rules.SelectMany(rule => FoundQuestion.In($"{rule.When}{rule.Check}")).DistinctBy(question => question.Name)];
        Faults = faults.All;
    }

    public FormDefinition Definition { get; }

    public FieldTable Table { get; }

    public ImmutableArray<CompiledField> Fields { get; }

    /// <summary>Where each stands in a filing: <c>form.childName</c>.</summary>
    public ImmutableArray<string> Paths { get; }

    public ImmutableArray<CompiledRule> Rules { get; }

    /// <summary>Places of the fields, each behind those its visibility depends on.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>Fields an account can fill in.</summary>
    public ImmutableArray<CompiledField> OfTheFiler { get; }

    /// <summary>Whether an answer can name a file.</summary>
    public bool AsksForFiles { get; }

    /// <summary>What its rules ask registers.</summary>
    public IReadOnlyList<FoundQuestion> Questions { get; }

    /// <summary>Whether a rule asks for the commune of the competent agency.</summary>
    public bool AsksTheOffice { get; }

    /// <summary>Empty for a definition that may be used.</summary>
    public IReadOnlyList<DefinitionFault> Faults { get; }

    public static CompiledForm Of(FormDefinition definition) => new(definition);

    private CompiledField Compile(FormSection section, FormField field, DefinitionFaults faults, List<(int, IReadOnlyCollection<int>)> graph)
    {
        var place = $"sections.{section.Id}.fields.{field.Key}";
        var shows = new RuleReader(Table, faults);
        var whole = section.ShowIf is { } when ? shows.Read(when, $"sections.{section.Id}.showIf") : null;
        if (field.ShowIf is { } own)
        {
            shows.Read(own, $"{place}.showIf"); // Read for the names in it: what decides about this field must be decided before.
        }

        graph.Add((graph.Count, shows.Names));
        return CompiledField.Of(field, place, new RuleReader(Table, faults), faults, Table, whole);
    }

    private CompiledRule Compile(FormRule rule, DefinitionFaults faults)
    {
        var reader = new RuleReader(Table, faults);
        foreach (var at in rule.At.Where(at => !Table.TryGet(at, out _, out _)))
        {
            faults.Add($"rules.{rule.Id}.at", $"Không có trường «{at}»", $"There is no field '{at}'");
        }

        return new(rule, rule.When is { } when ? reader.Read(when, $"rules.{rule.Id}.when") : null, reader.Read(rule.Check, $"rules.{rule.Id}.check"));
    }

    private void CheckNames(DefinitionFaults faults)
    {
        foreach (var twice in Definition.Fields.GroupBy(field => field.Key).Where(group => group.Count() > 1))
        {
            faults.Add($"fields.{twice.Key}", "Hai trường cùng tên", "Two fields of one name");
        }

        foreach (var field in Definition.Fields.SelectMany(field => field.Fields.Prepend(field)).Where(field => !Key().IsMatch(field.Key)))
        {
            faults.Add(
                $"fields.{field.Key}",
                "Tên trường gồm chữ cái không dấu và chữ số, bắt đầu bằng chữ thường",
                "A key has letters and digits and begins with a small one");
        }

        foreach (var twice in Definition.Rules.GroupBy(rule => rule.Id).Where(group => group.Count() > 1))
        {
            faults.Add($"rules.{twice.Key}", "Hai quy tắc cùng mã", "Two rules of one id");
        }

        if (Definition.Rules.Count > MostRules)
        {
            faults.Add("rules", $"Quá {MostRules} quy tắc", $"More than {MostRules} rules");
        }

        foreach (var one in Definition.Cases)
        {
            foreach (var key in (one.Answers ?? new Dictionary<string, JsonElement>()).Where(Strange).Select(answer => answer.Key))
            {
                faults.Add(
                    $"cases.{one.Id}.answers.{key}", "Trường hợp trả lời sai trường hoặc sai giá trị", "The case answers a field or value that is not there");
            }
        }
    }

    private static bool Asks(CompiledField field) => field.Field.Type is FieldType.Photo || field.Parts.Any(Asks);

    private bool Strange(KeyValuePair<string, JsonElement> answer) =>
        !Table.TryGet(answer.Key, out var place, out _) || (Fields[place].Codes is { } codes && !codes.Contains(answer.Value.ToString()));

    [GeneratedRegex("^[a-z][A-Za-z0-9]*\\z")]
    private static partial Regex Key();
}
