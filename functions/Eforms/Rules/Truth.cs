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
}
