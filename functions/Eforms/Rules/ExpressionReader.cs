using System.Text;
using System.Text.Json;
using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Rules;

/// <summary>Reads expressions: the closed tree of <c>form-definition.schema.json</c>, in which nothing can be run.</summary>
/// <param name="list">The list whose entries are looked at; null outside of one.</param>
internal sealed class ExpressionReader(FieldTable fields, DefinitionFaults faults, FormField? list)
{
    private static readonly Func<RuleScope, Value> Nothing = static _ => Value.Empty;

    /// <summary>The fields named so far.</summary>
    public HashSet<int> Names { get; } = [];

    public Func<RuleScope, Value> Read(JsonElement json, string place, int depth)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return Constant(Value.Of(json.GetString()!));
            case JsonValueKind.Number:
                return Constant(Value.Number(json.GetDecimal()));
            case JsonValueKind.True or JsonValueKind.False:
                return Constant(Value.Of(json.GetBoolean()));
        }

        if (RuleReader.Only(json) is not { } node || depth > RuleReader.Deepest)
        {
            return Bad(place, "Biểu thức không hợp lệ hoặc quá sâu", "Not an expression, or too deep");
        }

        return Node(node.Name, node.Value, $"{place}.{node.Name}", depth + 1);
    }

    /// <summary>A list of the form by its key.</summary>
    public (Func<RuleScope, Value> Read, FormField? List) ListOf(JsonElement name, string place)
    {
        if (Values.TextOf(name) is { } key && fields.TryGet(key, out var found, out var field) && field.Type is FieldType.List)
        {
            Names.Add(found);
            return (scope => scope.Sheet.ValueAt(found), field);
        }

        return (Bad(place, $"Không có danh sách «{name}»", $"There is no list '{name}'"), null);
    }

    private Func<RuleScope, Value> Node(string name, JsonElement of, string place, int depth) => name switch
    {
        "field" => Field(Values.TextOf(of) ?? "", place),
        "path" => Path([.. of.EnumerateArray().Select(part => part.GetString()!)], place),
        "today" => static scope => Value.Day(scope.Sheet.Today),
        "case" => static scope => scope.Sheet.Case is { } one ? Value.Of(one) : Value.Empty,
        "value" => Outside(of.GetString()!),
        "from" => Nothing, // What a look-up answers: unknown until somebody has asked.
        "addYears" => Shifted(of, place, depth, static (day, n) => day.AddYears(n)),
        "addDays" => Shifted(of, place, depth, static (day, n) => day.AddDays(n)),
        "daysBetween" => Pair(of, place, depth, Arithmetic.DaysBetween),
        "yearsBetween" => Pair(of, place, depth, Arithmetic.YearsBetween),
        "add" => Pair(of, place, depth, Arithmetic.Add),
        "divide" => Pair(of, place, depth, Arithmetic.Divide),
        "count" => Counted(of, place),
        "sum" => Summed(of, place),
        "dateInWords" => InWords(Read(of, place, depth)),
        "if" => Choice(of, place, depth),
        _ => Bad(place, "Phép tính không có trong danh mục", "No such operation"),
    };

    private Func<RuleScope, Value> Field(string key, string place)
    {
        if (list?.Fields.FirstOrDefault(field => field.Key == key) is { } own)
        {
            var name = Encoding.UTF8.GetBytes(key);
            return scope => Values.Part(scope.Item, name, own.Type);
        }

        if (!fields.TryGet(key, out var found, out var field))
        {
            return Bad(place, $"Không có trường «{key}»", $"There is no field '{key}'");
        }

        Names.Add(found);
        return scope => scope.Sheet.ValueAt(found);
    }

    private Func<RuleScope, Value> Path(string[] path, string place)
    {
        if (path.Length is not 2 || !fields.TryGet(path[0], out var found, out var field))
        {
            return Bad(place, $"Không có trường «{path[0]}»", $"There is no field '{path[0]}'");
        }

        if (Composites.PartsOf(field.Type).Concat(field.Fields).FirstOrDefault(part => part.Key == path[1])?.Type is not { } partType)
        {
            return Bad(place, $"Trường «{path[0]}» không có phần «{path[1]}»", $"The field '{path[0]}' has no part '{path[1]}'");
        }

        Names.Add(found);
        var name = Encoding.UTF8.GetBytes(path[1]);
        return scope => Values.Part(scope.Sheet[found], name, partType);
    }

    private Func<RuleScope, Value> Shifted(JsonElement of, string place, int depth, Func<DateOnly, int, DateOnly> by)
    {
        var (day, n) = (Read(of[0], place, depth), of[1].GetInt32());
        return scope => Arithmetic.Shift(day(scope), one => by(one, n));
    }

    private Func<RuleScope, Value> Pair(JsonElement of, string place, int depth, Func<Value, Value, Value> make)
    {
        var (a, b) = (Read(of[0], place, depth), Read(of[1], place, depth));
        return scope => make(a(scope), b(scope));
    }

    private Func<RuleScope, Value> Counted(JsonElement of, string place)
    {
        var (read, _) = ListOf(of, place);
        return scope => Arithmetic.Count(read(scope));
    }

    private Func<RuleScope, Value> Summed(JsonElement of, string place)
    {
        var (read, items) = ListOf(of[0], place);
        var key = of[1].GetString()!;
        var name = Encoding.UTF8.GetBytes(key);
        return items?.Fields.FirstOrDefault(field => field.Key == key) is { } field
            ? scope => Arithmetic.Sum(read(scope), name, field.Type)
            : Bad(place, $"Danh sách không có trường «{key}»", $"The list has no field '{key}'");
    }

    private static Func<RuleScope, Value> InWords(Func<RuleScope, Value> day) =>
        scope => day(scope).AsDays() is { Kind: ValueKind.Days } days ? Value.Of(new DateSpan(days.First, days.Last).InWords()) : Value.Empty;

    private Func<RuleScope, Value> Choice(JsonElement of, string place, int depth)
    {
        var reader = new RuleReader(fields, faults, list, this);
        var (when, then, otherwise) = (reader.Read(of[0], place, depth), Read(of[1], place, depth), Read(of[2], place, depth));
        return scope => when(scope) switch { Truth.True => then(scope), Truth.False => otherwise(scope), _ => Value.Empty };
    }

    private static Func<RuleScope, Value> Outside(string name) => scope => scope.Sheet.Outside(name) is { } text ? Value.Of(text) : Value.Empty;

    private static Func<RuleScope, Value> Constant(Value value) => _ => value;

    private Func<RuleScope, Value> Bad(string place, string vi, string en)
    {
        faults.Add(place, vi, en);
        return Nothing;
    }
}
