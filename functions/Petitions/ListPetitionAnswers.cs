using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Petitions;

/// <summary>GET /api/petition-answers: what offices answered to petitions, the latest first, without names. For anybody.</summary>
public sealed class ListPetitionAnswers(PetitionStore store)
{
    [Function(nameof(ListPetitionAnswers)), AllowedTo(Role.Anyone), Answers(200, typeof(PageOf<PublishedPetition>)), Answers(304)]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/petition-answers")] HttpRequest request, CancellationToken ct)
    {
        if (!PageAsked.Of(request).Try(out var page, out var invalid))
        {
            return invalid.ToProblem();
        }

        var found = await store.AnsweredAsync(page, ct);
        return TaggedJson.Public(new PageOf<PublishedPetition>([.. found.Items.Select(PublishedPetition.Of)], found.Next));
    }
}
