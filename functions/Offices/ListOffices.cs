using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>GET /api/offices: every office of the province as it is on a day; today unless asked otherwise.</summary>
public sealed class ListOffices(OfficeDirectory directory, KeptAnswers answers, TimeProvider clock)
{
    [Function(nameof(ListOffices)), AllowedTo(Role.Anyone), Answers(200, typeof(OfficeList)), Answers(304)]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("kind", "Only offices of this kind, such as communeCenter.")]
    [Reads("on", "The day, yyyy-MM-dd.")]
    [Reads("If-None-Match", "The ETag of the list the caller holds; 304 when it is still good.", Header = true)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices")] HttpRequest request) =>
        answers.Of(request, directory.State, () => Make(request));

    private IResult Make(HttpRequest request)
    {
        if (HttpQueries.First(request.Read("kind", out OfficeKind? kind), request.Read("on", out DateOnly? on)) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var day = on ?? clock.Today();
        var offices = directory.All(day).Where(office => kind is null || office.Kind == kind);
        return TaggedJson.Public(new OfficeList(day, [.. offices]));
    }
}

/// <param name="On">The day the list is for.</param>
public sealed record OfficeList(DateOnly On, IReadOnlyList<OfficeVersion> Items);
