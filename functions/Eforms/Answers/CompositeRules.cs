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

    private static readonly (string, RefusalCode)[] Nothing = [];

    /// <summary>The parts at fault.</summary>
    public static IReadOnlyList<(string Part, RefusalCode Refusal)> Broken(FormField field, JsonElement json) => field.Type switch
    {
        FieldType.Address => AtHome(json, field.DetailOptional),
        FieldType.Place or FieldType.Residence =>
            TextOf(json, "country"u8) is null or Vietnam ? AtHome(json, field.DetailOptional) : Missing(json, "detail"u8) ? [Lacking("detail")] : [],
        FieldType.IdentityDocument => TextOf(json, "kind"u8) is OtherDocument && Missing(json, "otherName"u8) ? [Lacking("otherName")] : [],
        FieldType.Ethnicity => TextOf(json, "code"u8) is OtherEthnicity && Missing(json, "other"u8) ? [Lacking("other")] : [],
        _ => [],
    };

    private static IReadOnlyList<(string, RefusalCode)> AtHome(JsonElement json, bool detailOptional)
    {
        var (province, commune) = (TextOf(json, "province"u8), TextOf(json, "commune"u8));
        var lacksDetail = !detailOptional && Missing(json, "detail"u8);
        var elsewhere = commune is not null && CodeLists.ProvinceOf(commune) is { } home && province is not null && home != province;
        if (province is not null && commune is not null && !lacksDetail && !elsewhere)
        {
            return []; // Nearly always.
        }

        return
        [
            .. province is null ? [Lacking("province")] : Nothing, .. commune is null ? [Lacking("commune")] : Nothing,
            .. lacksDetail ? [Lacking("detail")] : Nothing, .. elsewhere ? [("commune", AnswerRefusals.CommuneElsewhere)] : Nothing,
        ];
    }

    private static (string, RefusalCode) Lacking(string part) => (part, AnswerRefusals.Missing);

    private static bool Missing(JsonElement json, ReadOnlySpan<byte> part) => TextOf(json, part) is null;

    private static string? TextOf(JsonElement json, ReadOnlySpan<byte> part) =>
        json.TryGetProperty(part, out var value) && Values.TextOf(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
