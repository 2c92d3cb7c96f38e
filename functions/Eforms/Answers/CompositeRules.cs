using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Lists;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Answers;

/// <summary>What the parts of a composite value ask of each other.</summary>
internal static class CompositeRules
{
    private const string Vietnam = "VN";
    private const string OtherDocument = "8";
    private const string OtherEthnicity = "other";

    /// <summary>The parts at fault.</summary>
    public static IEnumerable<(string Part, RefusalCode Refusal)> Broken(FormField field, JsonElement json) => field.Type switch
    {
        FieldType.Address => AtHome(json, field.DetailOptional),
        FieldType.Place or FieldType.Residence => TextOf(json, "country") is null or Vietnam ? AtHome(json, field.DetailOptional) : Missing(json, "detail"),
        FieldType.IdentityDocument => TextOf(json, "kind") is OtherDocument ? Missing(json, "otherName") : [],
        FieldType.Ethnicity => TextOf(json, "code") is OtherEthnicity ? Missing(json, "other") : [],
        _ => [],
    };

    private static IEnumerable<(string, RefusalCode)> AtHome(JsonElement json, bool detailOptional)
    {
        var home = TextOf(json, "commune") is { } commune ? CodeLists.ProvinceOf(commune) : null;
        var elsewhere = home is not null && TextOf(json, "province") is { } province && home != province;
        return
        [
            .. Missing(json, "province"), .. Missing(json, "commune"), .. detailOptional ? [] : Missing(json, "detail"),
            .. elsewhere ? [("commune", AnswerRefusals.CommuneElsewhere)] : Array.Empty<(string, RefusalCode)>(),
        ];
    }

    private static (string, RefusalCode)[] Missing(JsonElement json, string part) => TextOf(json, part) is null ? [(part, AnswerRefusals.Missing)] : [];

    private static string? TextOf(JsonElement json, string part) =>
        json.TryGetProperty(part, out var value) && Values.TextOf(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
