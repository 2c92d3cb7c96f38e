using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

/// <summary>
/// How long a caller would rather wait for what is about to be ready than be told to come again: Prefer: wait=seconds (RFC 7240 section 4.3).
/// </summary>
public static class WaitPreference
{
    public const string Header = "Prefer";

    private const string Wait = "wait=";

    /// <summary>The longest anybody is kept waiting: a connection over a bad line, and a place among the requests of an instance, are held meanwhile.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <returns>Zero when nothing is said, or nothing that can be read: a preference may be ignored, it is never a fault.</returns>
    public static TimeSpan Patience(this HttpRequest request)
    {
        var wait = request.Headers.GetCommaSeparatedValues(Header).SelectMany(one => one.Split(';')).Select(one => one.Trim())
            .FirstOrDefault(one => one.StartsWith(Wait, StringComparison.OrdinalIgnoreCase));
        return wait is not null && uint.TryParse(wait[Wait.Length..].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds))
            : TimeSpan.Zero;
    }
}
