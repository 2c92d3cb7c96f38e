using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Procedures;

/// <summary>GET /api/procedures/{code}: one procedure with guidance, as it is today, on a day or in a version.</summary>
public sealed class GetProcedure(ProcedureCatalogue catalogue, KeptAnswers answers, TimeProvider clock)
{
    [Function(nameof(GetProcedure)), AllowedTo(Role.Anyone), Answers(200, typeof(ProcedureDetail)), Answers(304)]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("on", "The day, yyyy-MM-dd.")]
    [Reads("version", "The version a dossier pinned, yyyy-MM-dd; wins over the day.")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/procedures/{code}")] HttpRequest request, string code) =>
        answers.Of(request, catalogue.State, () => Make(request, code));

    private IResult Make(HttpRequest request, string code)
    {
        if (HttpQueries.First(request.Read("on", out DateOnly? on), request.Read("version", out DateOnly? version)) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var found = version is null ? catalogue.Find(code, on ?? clock.Today()) : catalogue.Find(code, request.Query["version"].ToString());
        return found is null ? ProcedureRefusals.Unknown.With(code).ToProblem() : TaggedJson.Public(new ProcedureDetail(found, Guidance.Of(found)));
    }
}

public sealed record ProcedureDetail(ProcedureVersion Procedure, Guidance Guidance);
