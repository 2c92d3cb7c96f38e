using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api.Operating;

/// <summary>GET /api/ready: tables, queues and blobs do their work, so requests may be sent here. Asked anew at most every five seconds.</summary>
public sealed class ReportReadiness(Readiness readiness)
{
    private static readonly Dictionary<string, Text> Ports = new()
    {
        ["tables"] = new("bảng dữ liệu", "tables"),
        ["queues"] = new("hàng đợi", "queues"),
        ["blobs"] = new("kho tệp", "files"),
    };

    [Function(nameof(ReportReadiness)), AllowedTo(Role.Anyone), Answers(200, typeof(ReadinessAnswer))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.NotReady))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/ready")] HttpRequest request, CancellationToken ct)
    {
        var failing = await readiness.FailingAsync(ct);
        return failing.Count == 0
            ? TypedResults.Json(new ReadinessAnswer("ready"), OfficeJson.Options)
            : HttpRefusals.NotReady.With(failing.Select(port => Ports[port])).Knowing("failing", failing).ToProblem();
    }
}

/// <param name="Status">ready.</param>
public sealed record ReadinessAnswer(string Status);
