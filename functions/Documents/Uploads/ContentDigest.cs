namespace PublicAdmin.Documents.Uploads;

/// <summary>The header <c>Content-Digest: sha-256=:base64:</c> (RFC 9530 section 2).</summary>
internal static class ContentDigest
{
    public const string Header = "Content-Digest";

    private const string Start = "sha-256=:";

    /// <returns>The 32 bytes; null when the header is absent, of another algorithm or damaged.</returns>
    public static byte[]? Sha256(string? header)
    {
        var entry = header?.Split(',').Select(one => one.Trim()).FirstOrDefault(one => one.StartsWith(Start, StringComparison.Ordinal));
        if (entry is null || entry.Length <= Start.Length || entry[^1] != ':')
        {
            return null;
        }

        var digest = new byte[32];
        return Convert.TryFromBase64String(entry[Start.Length..^1], digest, out var written) && written == digest.Length ? digest : null;
    }
}
