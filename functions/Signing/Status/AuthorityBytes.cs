namespace PublicAdmin.Signing.Status;

/// <summary>Bytes that claim to come from an authority, and may come from anybody: what cannot be read says nothing.</summary>
internal static class AuthorityBytes
{
    // BouncyCastle says in a dozen kinds of exceptions that bytes are not what they claim; none of them may close the office's door.
    public static StatusAnswer? Read(Func<StatusAnswer?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    public static DateTimeOffset Utc(DateTime time) => new(time.ToUniversalTime(), TimeSpan.Zero);
}
