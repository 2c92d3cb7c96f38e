using System.Text.Json;

namespace PublicAdmin.Eforms.Rules;

/// <summary>What a rule looks at: the answers, and the entry of a list it is being held against.</summary>
internal readonly record struct RuleScope(AnswerSheet Sheet, JsonElement Item = default);

/// <summary>The answers of one form, found by the place of their field, with what else rules ask for.</summary>
/// <param name="today">The day rules are held against: that of the filing, in Vietnam.</param>
/// <param name="outside">What no answer holds; null for nothing.</param>
internal sealed class AnswerSheet(FieldTable fields, DateOnly today, string? formCase, OutsideValues? outside = null)
{
    private readonly JsonElement[] _answers = new JsonElement[fields.Count];
    private readonly Value?[] _values = new Value?[fields.Count];

    public DateOnly Today => today;

    public string? Case => formCase;

    public JsonElement this[int place]
    {
        get => _answers[place];
        set => (_answers[place], _values[place]) = (value, null);
    }

    /// <summary>The answer to a field; nothing where there is none of that key.</summary>
    public JsonElement At(string key) => fields.TryGet(key, out var place, out _) ? _answers[place] : default;

    /// <summary>The answer as rules see it; read once, however many rules ask for it.</summary>
    public Value ValueAt(int place) => _values[place] ??= Values.Of(_answers[place], fields[place].Type);

    /// <summary>Null while it is unknown.</summary>
    public string? Outside(string name) => outside?.Known.GetValueOrDefault(name);

    /// <summary>Takes the answers in; answers the names no field has.</summary>
    public IReadOnlyList<string> Fill(JsonElement answers)
    {
        List<string>? unknown = null;
        var next = 0; // Forms send their answers in the order they ask for them.
        foreach (var answer in answers.EnumerateObject())
        {
            if (fields.TryGet(answer, next, out var place))
            {
                this[place] = answer.Value;
                next = place + 1;
            }
            else
            {
                (unknown ??= []).Add(answer.Name);
            }
        }

        return unknown ?? [];
    }
}
