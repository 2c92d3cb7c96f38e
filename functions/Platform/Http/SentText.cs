using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

/// <summary>Holds every text of a request against <see cref="WrittenText"/>: address, query, and each name and value of a JSON body.</summary>
public static class SentText
{
    /// <summary>What is wrong with the texts of address and query; null when nothing is.</summary>
    public static Refusal? FirstBroken(HttpRequest request)
    {
        if (!WrittenText.Is(request.Path.Value))
        {
            return HttpRefusals.TextUnwritten.At("path", "path");
        }

        if (!request.QueryString.HasValue)
        {
            return null;
        }

        foreach (var (name, values) in request.Query)
        {
            if (!WrittenText.Is(name) || values.Any(value => !WrittenText.Is(value)))
            {
                return HttpRefusals.TextUnwritten.At("query", WrittenText.Clean(name));
            }
        }

        return null;
    }

    /// <summary>A text of a body that cannot be written; carries the place where it stands.</summary>
    internal sealed class UnwrittenException : JsonException;

    internal sealed class Letters : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Checked(ReadText(ref reader));

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Checked(ReadText(ref reader))!;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

        // Half a letter, an escaped surrogate without its other half, cannot even be read.
        private static string? ReadText(ref Utf8JsonReader reader)
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Null))
            {
                throw new JsonException();
            }

            try
            {
                return reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw new UnwrittenException();
            }
        }
    }

    /// <summary>JSON taken as it is, such as an e-form: every name and value in it.</summary>
    internal static void Check(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Checked(property.Name);
                    Check(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var entry in element.EnumerateArray())
                {
                    Check(entry);
                }

                break;
            case JsonValueKind.String:
                Checked(element.GetString());
                break;
            default:
                break;
        }
    }

    private static string? Checked(string? text) => WrittenText.Is(text) ? text : throw new UnwrittenException();
}
