using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Eforms.Templates;

/// <summary>GET /api/procedures/{code}/results: the papers a procedure ends in, each with the fields of the form it prints.</summary>
public sealed class ListResultTemplates(ProcedureCatalogue procedures, KeptAnswers answers, TimeProvider clock)
{
    [Function(nameof(ListResultTemplates)), AllowedTo(Role.Anyone), Answers(200, typeof(ResultTemplateList)), Answers(304)]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/procedures/{code}/results")] HttpRequest request, string code) =>
        answers.Of(request, procedures.State, () => procedures.Find(code, Platform.Clock.Today(clock)) is { } procedure
            ? TaggedJson.Public(new ResultTemplateList([.. ResultTemplate.Of(procedure.Code)]))
            : ProcedureRefusals.Unknown.With(code).ToProblem());
}

public sealed record ResultTemplateList(IReadOnlyList<ResultTemplate> Items);
