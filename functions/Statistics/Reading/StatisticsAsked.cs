using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Facts;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reading;

/// <summary>What somebody wants to know.</summary>
/// <param name="Office">Its code, or * for the province.</param>
/// <param name="Dimension">All, or one sector or procedure of it.</param>
/// <param name="Value">Code of the sector or procedure; empty for all.</param>
public sealed record StatisticsAsked(View View, string Office, Dimension Dimension, string Value, Period Period)
{
    /// <summary>For the API description.</summary>
    public const string PeriodMeaning = "yyyy-MM, yyyy-Qn or yyyy; this month unless said. Or from and to, yyyy-MM-dd, at most 366 days.";

    /// <summary>Query parameters <c>view</c>, <c>office</c>, <c>sector</c> or <c>procedure</c>, and a period.</summary>
    public static Result<StatisticsAsked> Of(HttpRequest request, OfficeDirectory offices, DateTimeOffset now)
    {
        if (request.Read("view", out View? view) is { } unknownView)
        {
            return unknownView;
        }

        var office = request.Query["office"].ToString() is { Length: > 0 } named ? named : CellKey.Province;
        if (office is not (CellKey.Province or Fact.Unknown) && !offices.Codes.Contains(office))
        {
            return OfficeRefusals.Unknown.At("office", office);
        }

        var (sector, procedure) = (request.Query["sector"].ToString(), request.Query["procedure"].ToString());
        if ((sector + procedure).Length > 40 || !TableLimits.MayBeKey(sector + procedure) || (sector + procedure).Contains('|', StringComparison.Ordinal))
        {
            return ProcedureRefusals.Unknown.At("procedure", procedure);
        }

        // The province is kept once, by competence; received and held in it are the same dossiers.
        var by = office is CellKey.Province ? View.Competent : view ?? View.Competent;
        return PeriodOf(request, now).Then<StatisticsAsked>(period => procedure.Length > 0
            ? new StatisticsAsked(by, office, Dimension.Procedure, procedure, period)
            : new StatisticsAsked(by, office, sector.Length > 0 ? Dimension.Sector : Dimension.All, sector, period));
    }

    /// <summary>Query parameters <c>period</c>, or <c>from</c> and <c>to</c>; the running month without.</summary>
    public static Result<Period> PeriodOf(HttpRequest request, DateTimeOffset now)
    {
        var text = request.Query["period"].ToString();
        if (text.Length > 0)
        {
            return Periods.Parse(text) is { } days && days.From <= WorkingTime.DayOf(now)
                ? Period.Of(days.From, days.To, now) : StatisticsRefusals.PeriodInvalid.At("period", text);
        }

        if (HttpQueries.First(request.Read("from", out DateOnly? from), request.Read("to", out DateOnly? to)) is { } broken)
        {
            return broken;
        }

        var today = WorkingTime.DayOf(now);
        var (first, last) = (from ?? new DateOnly(today.Year, today.Month, 1), to ?? today);
        return first > last || first > today || last.DayNumber - first.DayNumber >= Period.MaxDays
            ? StatisticsRefusals.PeriodInvalid.At("from", $"{first:yyyy-MM-dd} {last:yyyy-MM-dd}")
            : Period.Of(first, last, now);
    }
}

/// <summary>Names of periods: a month 2026-11, a quarter 2026-Q4, a year 2026.</summary>
public static partial class Periods
{
    public static (DateOnly From, DateOnly To)? Parse(string name)
    {
        if (Name().Match(name) is not { Success: true } match)
        {
            return null;
        }

        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        if (match.Groups["month"] is { Success: true } month)
        {
            var first = new DateOnly(year, int.Parse(month.Value, CultureInfo.InvariantCulture), 1);
            return (first, first.AddMonths(1).AddDays(-1));
        }

        if (match.Groups["quarter"] is { Success: true } quarter)
        {
            var first = new DateOnly(year, (3 * int.Parse(quarter.Value, CultureInfo.InvariantCulture)) - 2, 1);
            return (first, first.AddMonths(3).AddDays(-1));
        }

        return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
    }

    [GeneratedRegex(@"^(?<year>20[0-9]{2})(-(?<month>0[1-9]|1[0-2])|-Q(?<quarter>[1-4]))?\z")]
    private static partial Regex Name();
}
