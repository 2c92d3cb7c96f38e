namespace PublicAdmin.Eforms.Rules;

/// <summary>Three-valued logic (Kleene): an empty answer makes a statement unknown, so a form half filled in breaks no rule.</summary>
public enum Truth
{
    False,
    Unknown,
    True,
}

internal static class Truths
{
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth Not(this Truth truth) => (Truth)(2 - (int)truth);

    public static Truth And(this Truth a, Truth b) => a < b ? a : b;

    public static Truth Or(this Truth a, Truth b) => a > b ? a : b;

    // Once it is certain, no other part changes it.
    public static Truth All(Func<RuleScope, Truth>[] parts, RuleScope scope)
    {
        var truth = Truth.True;
        for (var n = 0; n < parts.Length && truth is not Truth.False; n++)
        {
            truth = truth.And(parts[n](scope));
        }

        return truth;
    }

    public static Truth Any(Func<RuleScope, Truth>[] parts, RuleScope scope)
    {
        var truth = Truth.False;
        for (var n = 0; n < parts.Length && truth is not Truth.True; n++)
        {
            truth = truth.Or(parts[n](scope));
        }

        return truth;
    }

    public static Truth AnyEqual(Value value, Value[] wanted)
    {
        var truth = Truth.False;
        for (var n = 0; n < wanted.Length && truth is not Truth.True; n++)
        {
            truth = truth.Or(Comparing.Equal(value, wanted[n]));
        }

        return truth;
    }
}
