using Microsoft.AspNetCore.Http;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Petitions;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reports;

/// <summary>Which report somebody who may asks for, and how.</summary>
internal sealed record ReportAsked(ReportForm Form, string Office, Period Period, IReadOnlyList<string> Settings, string Format)
{
    private static readonly string[] Formats = ["json", "csv", "pdf"];

    public static Result<ReportAsked> Of(HttpRequest request, string code, OfficeDirectory offices, DateTimeOffset now)
    {
        if (ReportForm.Find(code) is not { } form)
        {
            return StatisticsRefusals.FormUnknown.With(code, string.Join(", ", ReportForm.All.Select(one => one.Code)));
        }

        var format = request.Query["format"].ToString() is { Length: > 0 } named ? named : Formats[0];
        if (!Formats.Contains(format))
        {
            return HttpRefusals.QueryInvalid.At("format", "format", string.Join(", ", Formats));
        }

        return StatisticsAsked.Of(request, offices, now).Then<ReportAsked>(asked =>
            Refuse(request.Caller(), form, asked.Office) is { } notYours ? notYours
            : SettingsOf(request, form).Then<ReportAsked>(settings => new ReportAsked(form, asked.Office, asked.Period, settings, format)));
    }

    public IResult Answer(ReportTable report, Language language) => Format switch
    {
        "csv" => TypedResults.File(ReportCsv.Write(report, language), StatisticsCsv.ContentType, $"{NameOf(report)}.csv"),
        "pdf" => TypedResults.File(new ReportPdf(report).Print(), "application/pdf", $"{NameOf(report)}.pdf"),
        _ => TypedResults.Json(report, OfficeJson.Options),
    };

    // Petitions are no business of whoever merely handles dossiers.
    private static Refusal? Refuse(Caller caller, ReportForm form, string office) =>
        form.Rows is "petition" ? PetitionScope.RefuseSeeing(caller, office) : StatisticsScope.RefuseOffice(caller, office);

    private static string NameOf(ReportTable report) =>
        $"{report.Form.Code}-{(report.Office is CellKey.Province ? "tinh" : report.Office)}-{report.Period.From:yyyyMMdd}-{report.Period.To:yyyyMMdd}";

    private static Result<string[]> SettingsOf(HttpRequest request, ReportForm form)
    {
        var settings = new List<string>();
        foreach (var (name, values) in form.Settings)
        {
            var value = request.Query[name].ToString() is { Length: > 0 } asked ? asked : values[0];
            if (!values.Contains(value))
            {
                return HttpRefusals.QueryInvalid.At(name, name, string.Join(", ", values));
            }

            settings.Add($"{name}={value}");
        }

        return settings.ToArray();
    }
}
