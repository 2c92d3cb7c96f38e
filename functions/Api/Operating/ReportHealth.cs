using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api.Operating;

/// <summary>GET /api/health: the process is alive. Asks nothing of anything else, so that a watchdog never restarts it for another's fault.</summary>
public sealed class ReportHealth
{
    [Function(nameof(ReportHealth)), AllowedTo(Role.Anyone), Answers(200, typeof(HealthAnswer))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request) => Answer;

    private static readonly IResult Answer = TypedResults.Json(new HealthAnswer("alive"), OfficeJson.Options);
}

/// <param name="Status">alive.</param>
public sealed record HealthAnswer(string Status);
