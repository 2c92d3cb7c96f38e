using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicAdmin.Statistics.Facts;

/// <summary>
/// A step as one short text: UTC to the millisecond, standing, holding office, and <c>+</c> once the apology had gone out. A million facts have four million of
/// them.
/// </summary>
internal sealed class StepJson : JsonConverter<Step>
{
    private const string Time = "yyyyMMddHHmmssfff";

    public override Step Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()?.Split(' ') is [var at, var standing, var holding, .. var rest]
            ? new Step(
                DateTimeOffset.ParseExact(at, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), Enum.Parse<Standing>(standing), holding,
                rest is ["+"])
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Step value, JsonSerializerOptions options) => writer.WriteStringValue(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{value.At.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)} {value.Standing} {value.Holding}{(value.Apologised ? " +" : "")}"));
}
