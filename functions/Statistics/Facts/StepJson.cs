using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicAdmin.Statistics.Facts;

/// <summary>
/// A step as one short text: UTC to the millisecond, standing, holding office, <c>+</c> once the apology had gone out, <c>!</c> when it came at the last. A
/// million facts have four million of them.
/// </summary>
internal sealed class StepJson : JsonConverter<Step>
{
    private const string Time = "yyyyMMddHHmmssfff";

    public override Step Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()?.Split(' ') is [var at, var standing, var holding, .. var rest]
            ? new Step(
                DateTimeOffset.ParseExact(at, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), Enum.Parse<Standing>(standing), holding,
                rest.Contains("+"), rest.Contains("!"))
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Step value, JsonSerializerOptions options) => writer.WriteStringValue(
        $"{value.At.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)} {value.Standing} {value.Holding}{SignsOf(value)}");

    private static string SignsOf(Step step) => (step.Apologised ? " +" : "") + (step.AtLast ? " !" : "");
}
