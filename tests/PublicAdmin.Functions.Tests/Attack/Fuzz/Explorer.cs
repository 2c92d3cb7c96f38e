using System.Globalization;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>Asks every reading operation that has no good answer yet, made from the description: as each role it names, for each thing that is there.</summary>
internal static class Explorer
{
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["page"] = ["home", "track"],
        ["form"] = ["01", "02", "06", "II.06a"],
        ["year"] = ["2026"],
        ["name"] = ["extended"],
        ["queue"] = ["dossier-events"],
        ["day"] = ["2026-11-20", "2026-11-21"],
        ["period"] = ["2026-11"],
        ["number"] = ["filed"],
        ["subject"] = ["CN=Test, C=VN"],
        ["n"] = ["1"],
        ["q"] = ["Lò Thị Mai"],
        ["kind"] = ["refusal", "supplement"],
    };

    public static async Task GoAsync(FuzzedOffice office, ApiDescription description, ReachedOperations reached)
    {
        foreach (var operation in description.Operations.Where(operation => operation.Method == "GET" && !reached.Has(operation)))
        {
            await TryAsync(office, operation, reached);
        }
    }

    private static async Task TryAsync(FuzzedOffice office, ApiOperation operation, ReachedOperations reached)
    {
        var wanted = operation.Queries.Where(name => name is "period" or "number" or "q" or "kind" or "subject").ToList();
        foreach (var caller in operation.Roles.SelectMany(CallersOf))
        {
            foreach (var path in Filled(operation, reached.Given).Take(60))
            {
                foreach (var query in wanted.Count > 0 ? new[] { Query(wanted), "" } : [""])
                {
                    await office.SayAsync(caller, $"GET {path}{query}");
                    if (reached.Has(operation))
                    {
                        return;
                    }
                }
            }
        }
    }

    /// <summary>People of a role, as the description writes it; null is nobody.</summary>
    public static IEnumerable<string?> CallersOf(string role) => role switch
    {
        "Anyone" => [null],
        "Citizen" => ["mai", "thanh"],
        "System" => ["portal"],
        "Auditor" => ["auditor-province"],
        "Administrator" => ["administrator-province"],
        "Supervisor" => ["supervisor-muong-ang", "supervisor-province"],
        _ => [$"{role.ToLower(CultureInfo.InvariantCulture)}-muong-ang"],
    };

    private static string Query(List<string> names) => $"?{string.Join('&', names.Select(name => $"{name}={Uri.EscapeDataString(Known[name][0])}"))}";

    // Every combination of what is known of each parameter.
    private static IEnumerable<string> Filled(ApiOperation operation, Dictionary<string, List<string>> given) => operation.Path.Split('/').Skip(1)
        .Select(part => part.StartsWith('{') ? [.. ValuesOf(part[1..^1], given).Select(Uri.EscapeDataString)] : new[] { part })
        .Aggregate((IEnumerable<string>)[""], (paths, values) => paths.SelectMany(path => values.Select(value => $"{path}/{value}")));

    private static IEnumerable<string> ValuesOf(string parameter, Dictionary<string, List<string>> given) =>
        Known.GetValueOrDefault(parameter, []).Concat(given.GetValueOrDefault(parameter, []));
}
