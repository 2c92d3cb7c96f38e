namespace PublicAdmin.Eforms.Rules;

/// <summary>How two values compare. Days and numbers are intervals: only what holds for every day a partial date may mean is certain.</summary>
internal static class Comparing
{
    public static Truth Equal(Value a, Value b)
    {
        (a, b) = Alike(a, b);
        if (a.IsEmpty || b.IsEmpty)
        {
            return Truth.Unknown;
        }

        return (a.Kind, b.Kind) switch
        {
            (ValueKind.Text, ValueKind.Text) => Truths.Of(string.Equals(a.Text, b.Text, StringComparison.Ordinal)),
            (ValueKind.Json, _) or (_, ValueKind.Json) => Truth.Unknown,
            var (left, right) when left != right => Truth.False,
            _ when a.High < b.Low || b.High < a.Low => Truth.False,
            _ => a.Low == a.High && b.Low == b.High ? Truth.True : Truth.Unknown,
        };
    }

    public static Truth Less(Value a, Value b)
    {
        (a, b) = Ordered(a, b);
        return a.IsEmpty || b.IsEmpty ? Truth.Unknown : a.High < b.Low ? Truth.True : a.Low >= b.High ? Truth.False : Truth.Unknown;
    }

    public static Truth LessOrEqual(Value a, Value b) => Less(b, a).Not();

    /// <summary>Whether a list holds a value.</summary>
    public static Truth Contains(Value list, Value wanted)
    {
        if (list.Kind is not ValueKind.Json || wanted.IsEmpty || list.Json.ValueKind is not System.Text.Json.JsonValueKind.Array || !Values.IsFilled(list.Json))
        {
            return Truth.Unknown;
        }

        return Truths.Of(list.Json.EnumerateArray().Any(item => Values.TextOf(item) is { } text && text == wanted.Text));
    }

    private static (Value, Value) Alike(Value a, Value b) =>
        a.Kind is ValueKind.Days || b.Kind is ValueKind.Days ? (a.AsDays(), b.AsDays()) : (a, b);

    // Only days and numbers have an order; two texts with one are days.
    private static (Value, Value) Ordered(Value a, Value b)
    {
        (a, b) = (a.AsDays(), b.AsDays());
        return a.Kind == b.Kind && a.Kind is ValueKind.Days or ValueKind.Number ? (a, b) : (Value.Empty, Value.Empty);
    }
}
