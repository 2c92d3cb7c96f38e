using System.Text;
using System.Text.Json;
using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Rules;

/// <summary>Reads conditions into something that can be held against answers; what it does not know is a fault of the definition.</summary>
internal sealed class RuleReader
{
    /// <summary>How deep a tree may be.</summary>
    public const int Deepest = 12;

    private static readonly Func<RuleScope, Truth> Never = static _ => Truth.Unknown;

    private readonly FieldTable _fields;
    private readonly DefinitionFaults _faults;
    private readonly ExpressionReader _expressions;

    public RuleReader(FieldTable fields, DefinitionFaults faults, FormField? list = null, ExpressionReader? expressions = null) =>
        (_fields, _faults, _expressions) = (fields, faults, expressions ?? new ExpressionReader(fields, faults, list));

    /// <summary>The fields named so far.</summary>
    public IReadOnlyCollection<int> Names => _expressions.Names;

    /// <summary>The one property of a node; null when it is not a node.</summary>
    public static JsonProperty? Only(JsonElement json) =>
        json.ValueKind is JsonValueKind.Object && json.EnumerateObject().Take(2).ToArray() is [var only] ? only : null;

    /// <summary>Whether a node is a condition; otherwise it is an expression.</summary>
    public static bool IsCondition(JsonElement json) => Only(json)?.Name is
        "eq" or "ne" or "lt" or "lte" or "gt" or "gte" or "contains" or "in" or "filled" or "not" or "all" or "any" or "each" or "some" or "found";

    public Func<RuleScope, Truth> Read(JsonElement json, string place, int depth = 0)
    {
        if (Only(json) is not { } node || depth > Deepest)
        {
            return Bad(place, "Điều kiện không hợp lệ hoặc quá sâu", "Not a condition, or too deep");
        }

        try
        {
            return Node(node.Name, node.Value, $"{place}.{node.Name}", depth + 1);
        }
        catch (Exception e) when (e is InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException or FormatException)
        {
            return Bad($"{place}.{node.Name}", "Thiếu hoặc sai toán hạng", "An operand is missing or of the wrong kind");
        }
    }

    public Func<RuleScope, Value> ReadExpression(JsonElement json, string place) => _expressions.Read(json, place, 0);

    private Func<RuleScope, Truth> Node(string name, JsonElement of, string place, int depth) => name switch
    {
        "eq" => Pair(of, place, depth, Comparing.Equal),
        "ne" => Pair(of, place, depth, static (a, b) => Comparing.Equal(a, b).Not()),
        "lt" => Pair(of, place, depth, Comparing.Less),
        "lte" => Pair(of, place, depth, Comparing.LessOrEqual),
        "gt" => Pair(of, place, depth, static (a, b) => Comparing.Less(b, a)),
        "gte" => Pair(of, place, depth, static (a, b) => Comparing.LessOrEqual(b, a)),
        "contains" => Pair(of, place, depth, Comparing.Contains),
        "sameFirstWord" => Pair(of, place, depth, NamedChecks.SameFirstWord),
        "in" => In(of, place, depth),
        "filled" => Filled(_expressions.Read(of, place, depth)),
        "not" => Not(Read(of, place, depth)),
        "all" => Many(of, place, depth, all: true),
        "any" => Many(of, place, depth, all: false),
        "each" => Items(of, place, depth, Truth.True, Truths.And),
        "some" => Items(of, place, depth, Truth.False, Truths.Or),
        "distinct" => Distinct(of, place),
        "matches" => Name(of, place, depth),
        "personalNumberFits" => Fits(of, place, depth),
        "found" => FoundQuestion.Read(of, _fields) ?? Bad(place, "Câu hỏi cơ sở dữ liệu không có trong danh mục", "No such register, or no such field"),
        _ => Bad(place, "Phép so sánh không có trong danh mục", "No such comparison"),
    };

    private Func<RuleScope, Truth> Pair(JsonElement of, string place, int depth, Func<Value, Value, Truth> holds)
    {
        var (a, b) = (_expressions.Read(of[0], place, depth), _expressions.Read(of[1], place, depth));
        return scope => holds(a(scope), b(scope));
    }

    private Func<RuleScope, Truth> In(JsonElement of, string place, int depth)
    {
        var read = _expressions.Read(of[0], place, depth);
        var wanted = of[1].EnumerateArray().Select(one => _expressions.Read(one, place, depth)(default)).ToArray();
        return scope => Truths.AnyEqual(read(scope), wanted);
    }

    private static Func<RuleScope, Truth> Filled(Func<RuleScope, Value> read) => scope => Truths.Of(Values.IsFilled(read(scope)));

    private static Func<RuleScope, Truth> Not(Func<RuleScope, Truth> read) => scope => read(scope).Not();

    private Func<RuleScope, Truth> Many(JsonElement of, string place, int depth, bool all)
    {
        var parts = of.EnumerateArray().Select((one, n) => Read(one, $"{place}[{n}]", depth)).ToArray();
        return all ? scope => Truths.All(parts, scope) : scope => Truths.Any(parts, scope);
    }

    private Func<RuleScope, Truth> Items(JsonElement of, string place, int depth, Truth start, Func<Truth, Truth, Truth> join)
    {
        var (list, items) = _expressions.ListOf(of[0], place);
        var inner = new RuleReader(_fields, _faults, items);
        var holds = inner.Read(of[1], place, depth);
        _expressions.Names.UnionWith(inner.Names);
        return scope => list(scope) is { Kind: ValueKind.Json } entries
            ? entries.Json.EnumerateArray().Aggregate(start, (truth, entry) => join(truth, holds(scope with { Item = entry })))
            : Truth.Unknown;
    }

    private Func<RuleScope, Truth> Distinct(JsonElement of, string place)
    {
        var (list, items) = _expressions.ListOf(of[0], place);
        var key = of[1].GetString()!;
        var name = Encoding.UTF8.GetBytes(key);
        return items?.Fields.FirstOrDefault(field => field.Key == key) is { } field
            ? scope => Arithmetic.Distinct(list(scope), name, field.Type)
            : Bad(place, $"Danh sách không có trường «{key}»", $"The list has no field '{key}'");
    }

    private Func<RuleScope, Truth> Name(JsonElement of, string place, int depth)
    {
        var read = _expressions.Read(of[0], place, depth);
        return of[1].GetString() is "personName"
            ? scope => read(scope) is { Kind: ValueKind.Text } name ? Truths.Of(NamedChecks.IsPersonName(name.Text!)) : Truth.Unknown
            : Bad(place, "Mẫu kiểm tra không có trong danh mục", "No such pattern");
    }

    private Func<RuleScope, Truth> Fits(JsonElement of, string place, int depth)
    {
        Func<RuleScope, Value> Operand(string name) => _expressions.Read(of.GetProperty(name), $"{place}.{name}", depth);
        var (number, birth, sex) = (Operand("number"), Operand("birthDate"), Operand("sex"));
        return scope => NamedChecks.PersonalNumberFits(number(scope), birth(scope), sex(scope));
    }

    private Func<RuleScope, Truth> Bad(string place, string vi, string en)
    {
        _faults.Add(place, vi, en);
        return Never;
    }
}
