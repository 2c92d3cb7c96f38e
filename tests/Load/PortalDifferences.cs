using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace PublicAdmin.Load;

/// <summary>
/// The administrator who has every difference sent again, a hundred at a time. A day lists what it found when it was last reconciled, so each is asked for
/// again whenever it was reconciled anew: what came in behind the last list stands on the next.
/// </summary>
internal sealed class PortalDifferences(OfficeProcess office, IReadOnlyList<DateOnly> days)
{
    private const int RepairedAtOnce = 100;

    private readonly Dictionary<DateOnly, DateTimeOffset> _asked = [];

    /// <summary>How many of the days were reconciled after a moment.</summary>
    public async Task<int> ReconciledSinceAsync(DateTimeOffset moment)
    {
        using var http = await Carryover.AdministratorAsync(office);
        var made = 0;
        foreach (var day in days)
        {
            made += await ReadAsync(http, day) is { } found && AtOf(found) > moment ? 1 : 0;
        }

        return made;
    }

    /// <summary>Over all days, as they were reconciled last.</summary>
    public async Task<(int Alike, int Different)> CountAsync()
    {
        using var http = await Carryover.AdministratorAsync(office);
        var (alike, different) = (0, 0);
        foreach (var day in days)
        {
            if (await ReadAsync(http, day) is { } made)
            {
                (alike, different) = (alike + made.GetProperty("matched").GetInt32(), different + made.GetProperty("differences").GetInt32());
            }
        }

        return (alike, different);
    }

    /// <summary>Sends again what is listed of every day that was reconciled since it was asked for last.</summary>
    /// <param name="anyway">Days asked for before as well: what was put off is sent now.</param>
    public async Task RepairAsync(bool anyway = false)
    {
        using var http = await Carryover.AdministratorAsync(office);
        foreach (var day in days)
        {
            if (await ReadAsync(http, day) is { } made && (anyway || AtOf(made) > _asked.GetValueOrDefault(day)))
            {
                await RepairAsync(http, AddressOf(day));
                _asked[day] = AtOf(made);
            }
        }
    }

    private static async Task RepairAsync(HttpClient http, string address)
    {
        for (var next = $"{address}/differences?limit={RepairedAtOnce}"; next.Length > 0;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>(next);
            var codes = page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("code").GetString()).ToList();
            if (codes.Count > 0)
            {
                (await http.PostAsJsonAsync($"{address}/repairs", new { codes })).EnsureSuccessStatusCode();
            }

            next = page.TryGetProperty("next", out var cursor) && cursor.GetString() is { } after
                ? $"{address}/differences?limit={RepairedAtOnce}&after={Uri.EscapeDataString(after)}" : "";
        }
    }

    // Null while nobody has reconciled the day.
    private static async Task<JsonElement?> ReadAsync(HttpClient http, DateOnly day)
    {
        using var answer = await http.GetAsync(AddressOf(day));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>() : null;
    }

    private static DateTimeOffset AtOf(JsonElement made) => made.GetProperty("at").GetDateTimeOffset();

    private static string AddressOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"/api/portal/reconciliations/{day:yyyy-MM-dd}");
}
