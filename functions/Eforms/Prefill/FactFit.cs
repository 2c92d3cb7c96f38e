using System.Text.Json;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>Makes what is known an answer of another field; nothing where it is not certain what it would be.</summary>
internal static class FactFit
{
    private const string Permanent = "permanentResidence";
    private const string PermanentKind = "1";
    private const string Home = "VN";
    private static readonly string[] InVietnam = ["province", "commune", "detail"];

    /// <summary>Null for what the field cannot hold.</summary>
    public static JsonElement? Of(PersonFact fact, CompiledField field)
    {
        var value = fact.As is null ? RegisterText.Read(field, Values.TextOf(fact.Value) ?? "", fact.Path) : Turned(fact, fact.As, field.Field);
        return value is { } made && IsRight(field, made) ? made : null;
    }

    /// <summary>Whether a fact of one path says what another asks: somebody's residence is the permanent one where it says so.</summary>
    public static bool Says(PersonFact fact, string path) => fact.Path == path
        || (path is Permanent && fact is { Path: "residence", As: not null } && PartOf(fact.Value, "kind") is PermanentKind)
        || (path is "residence" && fact.Path is Permanent);

    private static JsonElement? Turned(PersonFact fact, FormField from, FormField to) => (from.Type, to.Type) switch
    {
        (FieldType.Residence, FieldType.Address or FieldType.Place) => IsAtHome(fact.Value) ? AddressOf(fact.Value, null) : null,
        (FieldType.Place, FieldType.Address) => IsAtHome(fact.Value) ? AddressOf(fact.Value, null) : null,
        (FieldType.Address, FieldType.Place) => fact.Value,
        (FieldType.Address, FieldType.Residence) => fact.Path is Permanent ? AddressOf(fact.Value, PermanentKind) : null,
        (FieldType.Date, FieldType.PartialDate) or (FieldType.PartialDate, FieldType.Date) => fact.Value,
        (FieldType.Name or FieldType.Text, FieldType.Name or FieldType.Text or FieldType.LongText) => fact.Value,
        (FieldType.Choice, FieldType.Choice) => from.List == to.List ? fact.Value : null,
        var (one, other) => one == other ? fact.Value : null,
    };

    private static JsonElement AddressOf(JsonElement value, string? kind)
    {
        var parts = InVietnam.Where(part => PartOf(value, part) is not null).ToDictionary(part => part, part => PartOf(value, part)!);
        if (kind is not null)
        {
            parts["kind"] = kind;
        }

        return JsonSerializer.SerializeToElement(parts);
    }

    private static bool IsAtHome(JsonElement value) => PartOf(value, "country") is null or Home;

    private static string? PartOf(JsonElement value, string part) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(part, out var given) ? Values.TextOf(given) : null;

    // Lists and groups have conditions of their own inside: nothing is proposed for them.
    private static bool IsRight(CompiledField field, JsonElement value)
    {
        if (field.Field.Type is FieldType.List or FieldType.Group)
        {
            return false;
        }

        var errors = new List<FormError>();
        new ShapeCheck(errors).Check(field.Field.Key, field, value, default);
        return errors.Count is 0;
    }
}
