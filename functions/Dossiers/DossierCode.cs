using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace PublicAdmin.Dossiers;

/// <summary>
/// Mã số hồ sơ: agency, day, serial of the day, e.g. <c>H18.61-261120-0001</c> (Circular 03/2025/TT-VPCP, Article 13).
/// </summary>
[JsonConverter(typeof(DossierCodeJson))]
public sealed partial record DossierCode
{
    private readonly string _text;

    private DossierCode(string text) => _text = text;

    /// <summary>The day in it; null when it is none.</summary>
    public DateOnly? Day =>
        DateOnly.TryParseExact(_text.Split('-')[^2], "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <param name="agency">The agency identifier, e.g. <c>H18.61</c>.</param>
    /// <param name="day">The day in the office's time zone.</param>
    /// <param name="serial">From 1; four digits or more.</param>
    public static DossierCode Issue(string agency, DateOnly day, long serial) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{agency}-{day:yyMMdd}-{serial:D4}"));

    public static DossierCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a dossier code.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out DossierCode? code)
    {
        code = text is { Length: <= 48 } && Pattern().IsMatch(text) ? new DossierCode(text) : null;
        return code is not null;
    }

    public override string ToString() => _text;

    [GeneratedRegex(@"^[A-Y][0-9]{2}(\.[0-9]{2,3}){0,3}-[0-9]{6}-[0-9]{4,}\z")]
    private static partial Regex Pattern();
}

internal sealed class DossierCodeJson : JsonConverter<DossierCode>
{
    public override DossierCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DossierCode.TryParse(reader.GetString(), out var code) ? code : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DossierCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
