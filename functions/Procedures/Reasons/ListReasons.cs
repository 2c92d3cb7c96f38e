using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Procedures.Reasons;

/// <summary>GET /api/procedures/{code}/reasons: ready-made reasons to ask for a supplement or to refuse, each with its ground.</summary>
public sealed class ListReasons(ProcedureCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ListReasons)), AllowedTo(Role.Clerk, Role.Officer, Role.Leader)]
    [Answers(200, typeof(ReasonList))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("kind", "supplement or refusal; both unless said.")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/procedures/{code}/reasons")] HttpRequest request, string code)
    {
        if (request.Read("kind", out ReasonKind? kind) is { } refusal)
        {
            return refusal.ToProblem();
        }

        return catalogue.Find(code, clock.Today()) is { } procedure
            ? TypedResults.Json(new ReasonList([.. ReasonBook.Shipped.Of(procedure.Code, kind)]), OfficeJson.Options)
            : ProcedureRefusals.Unknown.With(code).ToProblem();
    }
}

public sealed record ReasonList(IReadOnlyList<ReadyReason> Items);
