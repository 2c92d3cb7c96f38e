using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Procedures;

namespace PublicAdmin.Eforms.Rules;

/// <summary>What a rule asks a register: <c>civilStatus.death(deceasedPersonalNumber)</c>, <c>population(personNumber).permanentResidence</c>.</summary>
/// <param name="Name">All of it.</param>
/// <param name="Matter">Without the fields: <c>civilStatus.death</c>.</param>
/// <param name="Keys">The field that names whom or what it is about; a second one tells the matter more closely.</param>
internal sealed partial record FoundQuestion(string Name, Database Database, string Matter, IReadOnlyList<string> Keys)
{
    /// <summary>Those of a rule.</summary>
    public static IEnumerable<FoundQuestion> In(string rule) => Asked().Matches(rule).Select(match => Parse(match.Groups[1].Value)).OfType<FoundQuestion>();

    /// <summary>Null for what no register is asked.</summary>
    public static Func<RuleScope, Truth>? Read(JsonElement json, FieldTable fields) =>
        Parse(Values.TextOf(json) ?? "") is { } asked && asked.Keys.All(key => fields.TryGet(key, out _, out _))
            ? scope => scope.Sheet.Outside(asked.Name) is { } held ? Truths.Of(held == OutsideValues.Held) : Truth.Unknown
            : null;

    private static FoundQuestion? Parse(string name) =>
        Shape().Match(name) is { Success: true } match && Enum.TryParse<Database>(match.Groups["register"].Value, ignoreCase: true, out var database)
            ? new(name, database, $"{match.Groups["register"].Value}.{match.Groups["matter"].Value}{match.Groups["path"].Value}",
                match.Groups["keys"].Value.Split(','))
            : null;

    [GeneratedRegex("\"found\":\\s*\"([^\"]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^(?<register>[a-zA-Z]+)(\.(?<matter>[a-zA-Z]+))?\((?<keys>[a-zA-Z0-9]+(,[a-zA-Z0-9]+)?)\)(\.(?<path>[a-zA-Z]+))?\z")]
    private static partial Regex Shape();
}
