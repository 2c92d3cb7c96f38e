using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Audit;

/// <summary>GET /api/audit/days/{day}: the manifest of a sealed day, byte for byte as it was signed.</summary>
public sealed class GetSealedDay(SealShelf shelf)
{
    [Function(nameof(GetSealedDay)), AllowedTo(Role.Auditor, Role.Supervisor, Role.Administrator)]
    [Answers(200, typeof(SealManifest)), Refuses(typeof(AuditRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/audit/days/{day}")] HttpRequest request, string day, CancellationToken ct)
    {
        if (AuditScope.Refuse(request.Caller()) is { } notYours)
        {
            return notYours.ToProblem();
        }

        return HttpQueries.Day(day) is { } asked && await shelf.ReadAsync(SealNames.Manifest(asked), ct) is { } manifest
            ? TypedResults.Bytes(manifest, "application/json")
            : AuditRefusals.NotSealed.With(day).ToProblem();
    }
}
