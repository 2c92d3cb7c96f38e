using System.Globalization;
using System.Text;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Reading;

/// <summary>
/// Figures as a table for spreadsheets: UTF-8 with a mark, since Excel asks for one; semicolons for readers of Vietnamese, whose decimal sign is the comma (RFC
/// 4180 otherwise).
/// </summary>
public static class StatisticsCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Write(StatisticsView view, Language language)
    {
        var columns = Definitions.Sums.Concat(Definitions.All).ToList();
        var rows = view.Lines.Append(view.Total).Select(line =>
            new[] { line.Code, line.Name.In(language) }.Concat(
                columns.Select(column => line.Hidden ? "<5" : line.Numbers.GetValueOrDefault(column.Name).ToString(CultureInfo.InvariantCulture))));
        return Write([["code", "name", .. columns.Select(column => column.Name)], .. rows], language);
    }

    public static byte[] Write(IEnumerable<IEnumerable<string>> rows, Language language)
    {
        var (separator, text) = (language is Language.Vi ? ';' : ',', new StringBuilder());
        foreach (var row in rows)
        {
            text.AppendJoin(separator, row.Select(field => Quote(field, separator))).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // A field that begins like a formula is not let loose in a spreadsheet.
    private static string Quote(string field, char separator)
    {
        var safe = field.Length > 0 && field[0] is '=' or '+' or '@' or '\t' ? $"'{field}" : field;
        return safe.AsSpan().IndexOfAny(['"', separator, '\n', '\r']) >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
