using System.Globalization;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Reports;

/// <summary>Sentences every report carries.</summary>
internal static class ReportWords
{
    public static string PeriodOf(Period period) => string.Create(
        CultureInfo.InvariantCulture, $"Từ ngày {period.From:dd/MM/yyyy} đến ngày {period.To:dd/MM/yyyy}; chốt số lúc {period.CutOff.Here():HH:mm dd/MM/yyyy}");

    public static string MadeOf(ReportTable report) => string.Join("; ", [MadeBy(report), $"quy tắc {report.Version}", .. report.Settings]);

    private static string MadeBy(ReportTable report) => string.Create(
        CultureInfo.InvariantCulture, $"Lập lúc {report.MadeAt:HH:mm dd/MM/yyyy} bởi {report.MadeBy}");
}
