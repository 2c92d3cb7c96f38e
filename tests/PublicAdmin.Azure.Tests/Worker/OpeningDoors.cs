using System.Net;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>Without its tables, or a role on them, the office says that it is not ready; with both it opens by itself.</summary>
internal static class OpeningDoors
{
    /// <returns>What was answered, path and status, without the role and before the tables were made.</returns>
    public static async Task<(IReadOnlyDictionary<string, HttpStatusCode> WithoutRole, IReadOnlyDictionary<string, HttpStatusCode> BeforeTables)> OpenAsync(
        HttpClient http, StandInTables tables)
    {
        var withoutRole = await LookAsync(http);
        tables.Refuses = false;
        var beforeTables = await LookAsync(http);
        foreach (var table in Tables.All)
        {
            await Azurite.Running.TableAccount().CreateTableIfNotExistsAsync(table);
        }

        for (var tries = 0; (await http.GetAsync("/api/offices")).StatusCode is not HttpStatusCode.OK && tries < 60; tries++)
        {
            await Task.Delay(500);
        }

        tables.Open();
        return (withoutRole, beforeTables);
    }

    private static async Task<IReadOnlyDictionary<string, HttpStatusCode>> LookAsync(HttpClient http)
    {
        Dictionary<string, HttpStatusCode> seen = [];
        foreach (var path in (string[])["/api/offices", "/api/ready", "/api/health"])
        {
            seen[path] = (await http.GetAsync(path)).StatusCode;
        }

        return seen;
    }
}
