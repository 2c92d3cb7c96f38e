using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Procedures;

/// <summary>GET /api/procedures/{code}/versions: an administrator sees every version, those to come included.</summary>
public sealed class ListProcedureVersions(ProcedureCatalogue catalogue, ReferenceVersions<ProcedureVersion> stored)
{
    [Function(nameof(ListProcedureVersions)), AllowedTo(Role.Administrator), Answers(200, typeof(ProcedureVersions))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/procedures/{code}/versions")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var items = new List<TaggedVersion>();
        foreach (var version in catalogue.VersionsOf(code))
        {
            items.Add(new(version, (await stored.FindAsync(version.Code, version.ValidFrom, ct))?.Tag));
        }

        return items.Count is 0 ? ProcedureRefusals.Unknown.With(code).ToProblem() : TypedResults.Json(new ProcedureVersions(items), OfficeJson.Options);
    }
}

/// <param name="Items">Oldest first.</param>
public sealed record ProcedureVersions(IReadOnlyList<TaggedVersion> Items);

/// <param name="Tag">For If-Match; null for a version that came with the system, which can only be followed by a later one.</param>
public sealed record TaggedVersion(ProcedureVersion Version, string? Tag = null);
