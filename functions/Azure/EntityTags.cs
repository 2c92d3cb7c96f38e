using Azure;

namespace PublicAdmin.Azure;

/// <summary>
/// Between the service's entity tags and ours, which are opaque and without quotes, so that they can stand in an ETag header of our own (RFC 9110 section
/// 8.8.3).
/// Blobs have strong tags (<c>"0x8D…"</c>); rows have weak ones (<c>W/"datetime'…'"</c>), which are compared whole all the same.
/// </summary>
internal static class EntityTags
{
    private const string Header = "H";
    private const string Weak = "W/";

    public static string OfBlob(ETag tag) => tag.ToString(Header).Trim('"');

    public static ETag ToBlob(string tag) => new($"\"{tag}\"");

    public static string OfRow(ETag tag) => tag.ToString(Header)[Weak.Length..].Trim('"');

    public static ETag ToRow(string tag) => new($"{Weak}\"{tag}\"");
}
