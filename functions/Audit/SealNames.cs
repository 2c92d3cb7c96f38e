using System.Globalization;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>
/// Where the files of a seal lie. All but the manifest carry the beginning of their hash: two runs at once, or one that begins again, never write
/// different bytes under one name, and the manifest, written last and only once, says which of them count.
/// </summary>
internal static class SealNames
{
    public const string Lines = "application/gzip";
    public const string Json = "application/json";
    public const string Binary = "application/octet-stream";

    public static string Manifest(DateOnly day) => $"{Text(day)}/manifest.json";

    public static string Part(DateOnly day, int number, string sha256) =>
        string.Create(CultureInfo.InvariantCulture, $"{Text(day)}/part-{number:D4}-{sha256[..16]}.ndjson.gz");

    public static string Index(DateOnly day, string sha256) => $"{Text(day)}/index-{sha256[..16]}.ndjson.gz";

    /// <summary>Not by day: a table nobody changed is copied once.</summary>
    public static string Table(string table, string sha256) => $"tables/{table}-{sha256[..16]}.ndjson.gz";

    /// <param name="day">Which day.</param>
    /// <param name="manifest">The hash of what was signed, hex.</param>
    public static string Signature(DateOnly day, string manifest) => $"{Text(day)}/manifest-{manifest[..16]}.sig";

    public static string Timestamp(DateOnly day, string manifest) => $"{Text(day)}/manifest-{manifest[..16]}.tst";

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static BlobName Blob(string name) => new(Containers.AuditSeals, name);
}
