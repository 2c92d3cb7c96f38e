using System.Globalization;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission;

/// <summary>Which part of which register somebody who may asks for.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal sealed record RegisterAsked(DateOnly From, DateOnly To, PageAsked Page)
{
    private static readonly Role[] Readers = [Role.Clerk, Role.Registrar, Role.Supervisor, Role.Auditor];

    /// <summary>Query parameters <c>period</c> (yyyy-MM-dd or yyyy-MM), <c>limit</c> and <c>after</c>.</summary>
    public static Result<RegisterAsked> Of(HttpRequest request, string office)
    {
        if (!Readers.Any(role => request.Caller().Has(role, office)))
        {
            return SubmissionRefusals.NotYourOffice.With(office);
        }

        if (!PageAsked.Of(request).Try(out var page, out var invalid))
        {
            return invalid;
        }

        var period = request.Query["period"].ToString();
        if (Day(period, "yyyy-MM-dd") is { } day)
        {
            return new RegisterAsked(day, day, page);
        }

        return Day(period, "yyyy-MM") is { } month
            ? new RegisterAsked(month, month.AddMonths(1).AddDays(-1), page)
            : HttpRefusals.QueryInvalid.At("period", "period", "yyyy-MM-dd, yyyy-MM");
    }

    private static DateOnly? Day(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9999 ? day : null;
}
