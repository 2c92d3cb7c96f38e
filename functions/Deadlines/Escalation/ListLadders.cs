using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>
/// GET /api/escalation-ladders: every version of every ladder, past and to come; the closest fit counts: procedure and office, procedure, office, all.
/// </summary>
public sealed class ListLadders(LadderBook book)
{
    [Function(nameof(ListLadders)), AllowedTo(Role.Administrator, Role.Supervisor, Role.Leader, Role.Auditor)]
    [Answers(200, typeof(IReadOnlyList<EscalationLadder>))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/escalation-ladders")] HttpRequest request) =>
        TypedResults.Json(book.Versions, OfficeJson.Options);
}
