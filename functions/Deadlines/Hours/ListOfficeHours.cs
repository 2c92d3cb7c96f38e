using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Deadlines.Hours;

/// <summary>GET /api/office-hours: the hours of every office and season, past and to come; an office's own go before the province's (*).</summary>
public sealed class ListOfficeHours(HoursBook book)
{
    [Function(nameof(ListOfficeHours)), AllowedTo(Role.Anyone), Answers(200, typeof(IReadOnlyList<HoursVersion>))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/office-hours")] HttpRequest request)
    {
        var caller = request.Caller();
        var sees = caller.Has(Role.Administrator) || caller.Has(Role.Auditor);
        return TypedResults.Json(book.Versions.Select(version => sees ? version : version with { EnteredBy = null }).ToList(), OfficeJson.Options);
    }
}
