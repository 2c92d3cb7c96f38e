using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Procedures;

/// <summary>GET /api/procedures/{code}/fee: what a request would cost, by the same rules the cashier charges by.</summary>
public sealed class QuoteFee(ProcedureCatalogue catalogue, KeptAnswers answers, TimeProvider clock)
{
    public const int MostCopies = 1_000;
    public const int MostPages = 10_000;

    [Function(nameof(QuoteFee)), AllowedTo(Role.Anyone), Answers(200, typeof(FeeQuote)), Answers(304)]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("channel", "online (default), counter, post or assisted.")]
    [Reads("copies", "How many copies, 1 unless said.")]
    [Reads("pages", "Pages of each copy, 1 unless said.")]
    [Reads("case", "Id of a conditional fee that applies, such as qua-han; may be given several times.")]
    [Reads("on", "The day of receipt, yyyy-MM-dd.")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/procedures/{code}/fee")] HttpRequest request, string code) =>
        answers.Of(request, catalogue.State, () => Make(request, code));

    private IResult Make(HttpRequest request, string code)
    {
        if (HttpQueries.First(
            request.Read("channel", out Channel? channel),
            request.Read("copies", MostCopies, out var copies),
            request.Read("pages", MostPages, out var pages),
            request.Read("on", out DateOnly? on)) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var day = on ?? clock.Today();
        var occasion = new FeeOccasion(channel ?? Channel.Online, day, copies ?? 1, pages ?? 1, [.. request.Query["case"].OfType<string>()]);
        return catalogue.Find(code, day) is { } procedure
            ? TaggedJson.Public(FeeQuote.Of(procedure.Fees, occasion))
            : ProcedureRefusals.Unknown.With(code).ToProblem();
    }
}
