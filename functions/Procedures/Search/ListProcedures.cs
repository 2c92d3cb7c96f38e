using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Procedures.Search;

/// <summary>GET /api/procedures: what a citizen can ask for today, by page.</summary>
public sealed class ListProcedures(ProcedureCatalogue catalogue, ProcedureSearch search, KeptAnswers answers, TimeProvider clock)
{
    private const int MaxPage = 100;
    private const int DefaultPage = 50;

    [Function(nameof(ListProcedures)), AllowedTo(Role.Anyone), Answers(200, typeof(ProcedureList)), Answers(304)]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("q", "What somebody would call it, with or without diacritics, or a code; the best fit comes first.")]
    [Reads("sector", "Code of the sector, such as HT.")]
    [Reads("level", "commune, province or both.")]
    [Reads("on", "The day, yyyy-MM-dd.")]
    [Reads("limit", "1 to 100 a page.")]
    [Reads("cursor", "The next of the page before.")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/procedures")] HttpRequest request) =>
        answers.Of(request, catalogue.State, () => Make(request));

    private IResult Make(HttpRequest request)
    {
        if (HttpQueries.First(
            request.Read("level", out ProcedureLevel? level), request.Read("on", out DateOnly? on),
            request.Read("limit", MaxPage, out var limit)) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var all = catalogue.All(on ?? clock.Today())
            .Where(procedure => level is null || procedure.Level == level || procedure.Level is ProcedureLevel.Both)
            .Where(procedure => request.Query["sector"] is not [{ Length: > 0 } sector] || procedure.Sector.Code == sector)
            .ToList();
        var found = request.Query["q"] is [{ } typed] && !string.IsNullOrWhiteSpace(typed) ? search.Find(all, typed) : new FoundProcedures(all);
        return TaggedJson.Public(ProcedureList.Page(found, request.Query["cursor"], limit ?? DefaultPage));
    }
}

/// <param name="Next">The cursor of the next page; null when this is the last.</param>
/// <param name="Nearest">Nothing fits what was typed; these are the nearest.</param>
/// <param name="Say">What tells the found ones apart, or which other agency the matter belongs to.</param>
public sealed record ProcedureList(IReadOnlyList<ProcedureSummary> Items, string? Next = null, bool Nearest = false, Text? Say = null)
{
    public static ProcedureList Page(FoundProcedures found, string? after, int limit)
    {
        var start = found.Procedures.Select((procedure, at) => (procedure.Code, at)).FirstOrDefault(one => one.Code == after, (Code: "", at: -1)).at + 1;
        var behind = found.Procedures.Skip(start).ToList();
        return new([.. behind.Take(limit).Select(ProcedureSummary.Of)], behind.Count > limit ? behind[limit - 1].Code : null, found.Nearest, found.Say);
    }
}

/// <summary>A line of the list.</summary>
/// <param name="Certainty">The least sure of the procedure's facts; which these are stands in its detail.</param>
public sealed record ProcedureSummary(
    string Code, string Version, Text Name, Sector Sector, ProcedureLevel Level, ServiceMode Mode, ServiceRoute Route, Text HowLong, Certainty Certainty)
{
    public static ProcedureSummary Of(ProcedureVersion procedure) => new(
        procedure.Code,
        procedure.Version,
        procedure.Name,
        procedure.Sector,
        procedure.Level,
        procedure.Mode,
        procedure.Route,
        GuidanceText.HowLong(procedure.Term),
        procedure.Certainty);
}
