using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>GET /api/offices/{code}: one office as it is on a day; today unless asked otherwise.</summary>
public sealed class GetOffice(OfficeDirectory directory, KeptAnswers answers, TimeProvider clock)
{
    [Function(nameof(GetOffice)), AllowedTo(Role.Anyone), Answers(200, typeof(OfficeVersion)), Answers(304)]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("on", "The day, yyyy-MM-dd.")]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{code}")] HttpRequest request, string code) =>
        answers.Of(request, directory.State, () => Make(request, code));

    private IResult Make(HttpRequest request, string code)
    {
        if (request.Read("on", out DateOnly? on) is { } refusal)
        {
            return refusal.ToProblem();
        }

        return directory.Find(code, on ?? clock.Today()) is { } office ? TaggedJson.Public(office) : OfficeRefusals.Unknown.With(code).ToProblem();
    }
}
