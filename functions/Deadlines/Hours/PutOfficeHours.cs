using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Deadlines.Hours;

/// <summary>
/// PUT /api/office-hours/{office}/versions/{validFrom}: an administrator enters the hours an office (* for all) keeps from a day to come, by season.
/// Dates already promised stay and are still explained by the hours known then; the next sweep plans running alarms anew.
/// </summary>
public sealed class PutOfficeHours(HoursRegister register)
{
    [Function(nameof(PutOfficeHours)), AllowedTo(Role.Administrator), Accepts(typeof(HoursVersion), MaxBytes = ReferenceVersions<HoursVersion>.MaxBytes)]
    [Answers(200, typeof(HoursVersion)), Answers(201, typeof(HoursVersion))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.OfficeUnknown))]
    [Refuses(typeof(RegisterRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(IdentityRefusals), nameof(IdentityRefusals.NotYourTask))]
    [Reads("If-Match", "The ETag of the version to replace; absent for a new one.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/office-hours/{office}/versions/{validFrom}")] HttpRequest request,
        string office,
        string validFrom,
        CancellationToken ct)
    {
        if (!(await request.ReadAsync<HoursVersion>(ct)).Try(out var hours, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        if (hours.Office != office || hours.ValidFrom != HttpQueries.Day(validFrom))
        {
            return RegisterRefusals.AddressMismatch.With("office, validFrom").ToProblem();
        }

        return (await register.WriteAsync(hours, request.IfMatch(), request.Caller(), ct)).Try(out var stored, out var refusal)
            ? VersionAddress.Written(request, stored)
            : refusal.ToProblem();
    }
}
