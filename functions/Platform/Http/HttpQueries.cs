using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

/// <summary>Reads optional query parameters. Each answers the refusal, or null when the parameter is absent or good.</summary>
public static class HttpQueries
{
    private static readonly Text DayWanted = new("ngày, dạng 2026-11-24", "a day such as 2026-11-24");

    /// <summary>A day as addresses and queries write it, yyyy-MM-dd, with a day before it and one after; null for anything else.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null;

    public static Refusal? Read(this HttpRequest request, string name, out DateOnly? value)
    {
        value = Day(request.Query[name]);
        return value is not null || Absent(request, name) ? null : HttpRefusals.QueryInvalid.At(name, name, DayWanted);
    }

    /// <param name="request">The request.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="max">The largest value allowed; the smallest is 1.</param>
    /// <param name="value">The number; null when absent.</param>
    public static Refusal? Read(this HttpRequest request, string name, int max, out int? value)
    {
        var good = int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max;
        value = good ? number : null;
        return good || Absent(request, name) ? null : HttpRefusals.QueryInvalid.At(name, name, string.Create(CultureInfo.InvariantCulture, $"1–{max}"));
    }

    /// <summary>An enum by the name it has in JSON.</summary>
    public static Refusal? Read<T>(this HttpRequest request, string name, out T? value)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(one => char.ToLowerInvariant(one.ToString()[0]) + one.ToString()[1..]);
        var good = names.TryGetValue(request.Query[name].ToString(), out var found);
        value = good ? found : null;
        return good || Absent(request, name) ? null : HttpRefusals.QueryInvalid.At(name, name, string.Join(", ", names.Keys));
    }

    /// <summary>The first of several refusals, all having been read.</summary>
    public static Refusal? First(params ReadOnlySpan<Refusal?> refusals)
    {
        foreach (var refusal in refusals)
        {
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private static bool Absent(HttpRequest request, string name) => string.IsNullOrEmpty(request.Query[name]);
}
