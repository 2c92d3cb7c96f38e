using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Uploads;

/// <summary>
/// Names bytes by their owner and their SHA-256: the same bytes of the same person have one name, are sent once and lie once.
/// Written <c>owner.hash</c>.
/// </summary>
[JsonConverter(typeof(UploadIdConverter))]
public sealed partial record UploadId
{
    private UploadId(string owner, string sha256) => (Owner, Sha256) = (owner, sha256);

    public string Owner { get; }

    /// <summary>64 hex digits, lower case.</summary>
    public string Sha256 { get; }

    /// <summary>Where the bytes lie.</summary>
    public BlobName Blob => new(Containers.Papers, $"{Owner}/{Sha256}");

    public static UploadId Of(PaperOwner owner, string sha256) => new(owner.Key, sha256.ToLowerInvariant());

    public static bool TryParse(string? text, [NotNullWhen(true)] out UploadId? id)
    {
        id = text is not null && Pattern().IsMatch(text) ? new UploadId(text[..22], text[23..]) : null;
        return id is not null;
    }

    public override string ToString() => $"{Owner}.{Sha256}";

    [GeneratedRegex(@"^[A-Za-z0-9_-]{22}\.[0-9a-f]{64}\z")]
    private static partial Regex Pattern();
}

internal sealed class UploadIdConverter : JsonConverter<UploadId>
{
    public override UploadId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UploadId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("This is not an upload's id.");

    public override void Write(Utf8JsonWriter writer, UploadId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
