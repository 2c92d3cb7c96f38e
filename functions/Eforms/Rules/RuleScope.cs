using System.Text.Json;

namespace PublicAdmin.Eforms.Rules;

/// <summary>What a rule looks at: the answers, and the entry of a list it is being held against.</summary>
internal readonly record struct RuleScope(AnswerSheet Sheet, JsonElement Item = default);

/// <summary>The answers of one form, found by the place of their field, with what else rules ask for.</summary>
/// <param name="today">The day rules are held against: that of the filing, in Vietnam.</param>
/// <param name="outside">What no answer holds; null for nothing.</param>
internal sealed class AnswerSheet(FieldTable fields, DateOnly today, string? formCase, OutsideValues? outside = null)
{
    private readonly JsonElement[] _values = new JsonElement[fields.Count];

    public DateOnly Today => today;

    public string? Case => formCase;

    public JsonElement this[int place]
    {
        get => _values[place];
        set => _values[place] = value;
    }

    /// <summary>Null while it is unknown.</summary>
    public string? Outside(string name) => outside?.Known.GetValueOrDefault(name);

    /// <summary>Takes the answers in; answers the names no field has.</summary>
    public IReadOnlyList<string> Fill(JsonElement answers)
    {
        List<string>? unknown = null;
        foreach (var answer in answers.EnumerateObject())
        {
            if (fields.TryGet(answer.Name, out var place, out _))
            {
                _values[place] = answer.Value;
            }
            else
            {
                (unknown ??= []).Add(answer.Name);
            }
        }

        return unknown ?? [];
    }
}
