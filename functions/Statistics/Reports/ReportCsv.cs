using System.Globalization;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Reports;

/// <summary>A report as a table for spreadsheets, with the same head and notes as on paper.</summary>
public static class ReportCsv
{
    public static byte[] Write(ReportTable report, Language language)
    {
        string[][] head =
        [
            [$"Biểu số {report.Number}"], [report.Title], [$"Đơn vị báo cáo: {report.By}"], [ReportWords.PeriodOf(report.Period)], [ReportWords.MadeOf(report)],
            ["TT", report.Form.Label, .. report.Columns.Select(column => column.Group is { } group ? $"{group}: {column.Text}" : column.Text),
                .. report.AnnexColumns.Select(title => $"Phụ lục: {title}")],
            ["(1)", "(2)", .. report.Columns.Select((_, n) => string.Create(CultureInfo.InvariantCulture, $"({n + 3})"))],
        ];
        var rows = report.Rows.Select(
            row => new[] { row.Number ?? "", row.Label }.Concat(row.Cells.Concat(row.Annex).Select(cell => cell.ToString(CultureInfo.InvariantCulture))));
        return StatisticsCsv.Write([.. head, .. rows, .. report.Notes.Select(note => new[] { note })], language);
    }
}
