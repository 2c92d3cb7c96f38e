using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Archive;

/// <summary>GET /api/archive/terms: how long dossiers of each procedure are kept, by what, and for which procedures nobody has said so.</summary>
public sealed class ListKeepingTerms(KeepingTerms terms, ProcedureCatalogue procedures, TimeProvider clock)
{
    [Function(nameof(ListKeepingTerms)), AllowedTo(Role.Registrar, Role.Leader, Role.Supervisor, Role.Auditor, Role.Administrator)]
    [Answers(200, typeof(KeepingTermsView))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/archive/terms")] HttpRequest request)
    {
        var (today, known) = (clock.Today(), terms.On(clock.Today()));
        var unknown = procedures.All(today).Select(procedure => procedure.Code).Except(known.Select(term => term.Code)).Order(StringComparer.Ordinal);
        return TypedResults.Json(new KeepingTermsView(known, [.. unknown]), OfficeJson.Options);
    }
}

/// <param name="Unknown">Codes of procedures whose dossiers are kept until somebody enters a term.</param>
public sealed record KeepingTermsView(IReadOnlyList<KeepingTerm> Known, IReadOnlyList<string> Unknown);
