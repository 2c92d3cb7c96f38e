using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.OpenData;

/// <summary>
/// The open data of a month: rows in the order of their bytes, LF, no byte order mark, integers only, so that the same facts give the same hash. A count of 1
/// to 4 is
/// written &lt;5; what a row received is kept, so that sums stay right.
/// </summary>
public sealed class OpenTable
{
    private const int Small = 5;
    private const string Hidden = "<5";

    public static IReadOnlyList<string> KeyColumns { get; } = [
        "period", "office_code", "office_unit", "procedure", "sector", "channel", "online_level", "non_territorial"];

    /// <summary>Number of the books behind each column.</summary>
    public static IReadOnlyList<(string Column, string[] Numbers)> Columns { get; } =
    [
        ("carried", ["carried"]), ("received", ["received"]), ("resolved_ahead", ["ahead"]), ("resolved_on_time", ["onTime"]),
        ("resolved_late_apology", ["lateApology"]),
        ("resolved_late_no_apology", ["lateNoApology"]), ("stopped", ["stopped"]), ("withdrawn", ["withdrawn"]), ("open_in_time", ["open"]),
        ("open_overdue", ["overdueApology", "overdueNoApology"]), ("supplement", ["supplement"]), ("financial", ["financial"]), ("posting", ["posting"]),
        ("not_accepted", ["notAccepted"]),
        ("waiting_in_time", ["waiting"]), ("waiting_late", ["waitingLate"]), ("waiting_supplement", ["waitingSupplement"]), ("paid_online", ["paidOnline"]),
        ("paid_direct", ["paidDirect"]),
        ("digitised", ["digitised"]), ("reused", ["reused"]), ("e_result", ["electronicResult"]), ("rated", ["rated"]), ("satisfied", ["satisfied"]),
    ];

    private readonly Dictionary<OpenRow, PeriodTally> _rows = [];

    public void Add(OpenRow row, PeriodTally tally)
    {
        if (!tally.Opening.IsEmpty || !tally.Flow.IsEmpty)
        {
            _rows[row] = _rows.TryGetValue(row, out var before)
                ? new(before.Opening.Add(tally.Opening), before.Flow.Add(tally.Flow)) : PeriodTally.Sum([tally]);
        }
    }

    /// <summary>Header and rows, fields as they are written.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines(string period)
    {
        var rows = _rows.Select(row => (IReadOnlyList<string>)[.. row.Key.Keys(period), .. CellsOf(Line.NumbersOf(row.Value))]);
        return [[.. KeyColumns, .. Columns.Select(column => column.Column)], .. rows.OrderBy(row => string.Join(',', row), StringComparer.Ordinal)];
    }

    public static byte[] ToCsv(IReadOnlyList<IReadOnlyList<string>> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => string.Join(',', line) + "\n")));

    public static byte[] ToJson(IReadOnlyList<IReadOnlyList<string>> lines)
    {
        var rows = lines.Skip(1)
            .Select(line => (JsonNode)new JsonObject(line.Select((field, n) => new KeyValuePair<string, JsonNode?>(lines[0][n], ValueOf(field, n)))));
        return Encoding.UTF8.GetBytes(new JsonArray([.. rows]).ToJsonString() + "\n");
    }

    /// <summary>What each column means (JSON Schema 2020-12).</summary>
    public static byte[] Schema()
    {
        var properties = new JsonObject(KeyColumns.Select(
            column => new KeyValuePair<string, JsonNode?>(column, new JsonObject { ["type"] = column == "non_territorial" ? "integer" : "string" }))
            .Concat(Columns.Select(column => new KeyValuePair<string, JsonNode?>(column.Column, SchemaOf(column.Numbers)))));
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "object", ["properties"] = properties },
        }.ToJsonString(OfficeJson.Options) + "\n");
    }

    private static JsonObject SchemaOf(string[] numbers)
    {
        var meanings = Definitions.Sums.Concat(Definitions.All).Where(definition => numbers.Contains(definition.Name)).ToList();
        return new JsonObject
        {
            ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "integer" }, new JsonObject { ["const"] = Hidden }),
            ["description"] = string.Join(" ", meanings.Select(meaning => meaning.Meaning.Vi)),
        };
    }

    private static JsonNode ValueOf(string field, int column) =>
        column >= KeyColumns.Count - 1 && long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number) : JsonValue.Create(field);

    private static IEnumerable<string> CellsOf(IReadOnlyDictionary<string, long> numbers) => Columns.Select(column =>
    {
        var count = column.Numbers.Sum(number => numbers.GetValueOrDefault(number));
        return count is > 0 and < Small && column.Column != "received" ? Hidden : count.ToString(CultureInfo.InvariantCulture);
    });
}
