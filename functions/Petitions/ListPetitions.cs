using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Petitions;

/// <summary>GET /api/offices/{office}/petitions: what an office has to answer and what it answered, the newest first, to its heads and supervisors.</summary>
public sealed class ListPetitions(PetitionStore store, TimeProvider clock)
{
    [Function(nameof(ListPetitions)), AllowedTo(Role.Leader, Role.Supervisor, Role.Auditor), Answers(200, typeof(PageOf<PetitionView>))]
    [Refuses(typeof(PetitionRefusals), nameof(PetitionRefusals.NotYours)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/petitions")] HttpRequest request, string office,
        CancellationToken ct)
    {
        var caller = request.Caller();
        if (PetitionScope.RefuseSeeing(caller, office) is { } notYours)
        {
            return notYours.ToProblem();
        }

        if (!PageAsked.Of(request).Try(out var page, out var invalid))
        {
            return invalid.ToProblem();
        }

        var (found, today, withContact) = (await store.ListAsync(office, page, ct), clock.Today(), PetitionScope.SeesContact(caller));
        return TypedResults.Json(
            new PageOf<PetitionView>([.. found.Items.Select(one => PetitionView.Of(one, today, withContact))], found.Next), OfficeJson.Options);
    }
}
