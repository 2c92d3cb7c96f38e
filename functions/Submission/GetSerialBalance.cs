using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission;

/// <summary>GET /api/offices/{office}/serials: proves that an office's serials of a day are dossiers or explained gaps.</summary>
public sealed class GetSerialBalance(SerialBook book, TimeProvider clock)
{
    [Function(nameof(GetSerialBalance)), AllowedTo(Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(SerialBalance)), Refuses(typeof(SubmissionRefusals), nameof(SubmissionRefusals.NotYourOffice))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid)), Reads("day", "yyyy-MM-dd; today unless said.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/serials")] HttpRequest request, string office,
        CancellationToken ct)
    {
        if (!request.Caller().Has(Role.Supervisor, office) && !request.Caller().Has(Role.Auditor, office))
        {
            return SubmissionRefusals.NotYourOffice.With(office).ToProblem();
        }

        return request.Read("day", out DateOnly? day) is { } invalid
            ? invalid.ToProblem()
            : TypedResults.Json(await book.BalanceAsync(office, day ?? clock.Today(), ct), OfficeJson.Options);
    }
}
