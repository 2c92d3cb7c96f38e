using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PublicAdmin.Platform.Http;

/// <summary>
/// How callers' bodies are read: as <see cref="OfficeJson.Options"/>, and neither a gap in a list or behind a name, a day outside written time, a text that
/// cannot be written nor a value of an enum that nobody defined gets in.
/// </summary>
internal static class SentJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(OfficeJson.Options)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseGaps } },
            Converters = { new WrittenDays(), new WrittenForms(), new SentText.Letters() },
        };
        options.Converters.Insert(0, new NamedEnums()); // Before the framework's: the first that can convert is taken.
        return options;
    }

    // Whether the entries of a list or the values behind names may be null is nothing the serializer looks at.
    private static void RefuseGaps(JsonTypeInfo type)
    {
        var lists = type.Properties.Where(property => property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
            .Select(property => property.Get).OfType<Func<object, object?>>().ToList();
        if (lists.Count > 0)
        {
            type.OnDeserialized = read => lists.ForEach(list => RefuseGaps(list(read) as IEnumerable));
        }
    }

    private static void RefuseGaps(IEnumerable? list)
    {
        foreach (var entry in list is IDictionary named ? named.Values : list ?? Array.Empty<object>())
        {
            RefuseGaps((entry ?? throw new JsonException()) is not string and IEnumerable within ? within : null);
        }
    }

    /// <summary>1900 to 2199: any other year is a slip of the keys, and reckoning with it could leave the calendar altogether.</summary>
    private sealed class WrittenDays : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonMetadataServices.DateOnlyConverter.Read(ref reader, typeToConvert, options) is { Year: >= 1900 and < 2200 } day
                ? day : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            JsonMetadataServices.DateOnlyConverter.Write(writer, value, options);
    }

    /// <summary>JSON taken as it is, such as an e-form: nobody could read or write it again with half a letter in it.</summary>
    private sealed class WrittenForms : JsonConverter<JsonElement>
    {
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var element = JsonElement.ParseValue(ref reader);
            try
            {
                SentText.Check(element);
                return element;
            }
            catch (InvalidOperationException)
            {
                throw new SentText.UnwrittenException();
            }
        }

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);
    }
}
