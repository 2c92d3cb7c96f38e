using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Procedures.Search;

/// <summary>GET /api/life-events: what brings people here (sự kiện đời người), each with its procedures, and what is asked for most.</summary>
public sealed class ListLifeEvents(ProcedureCatalogue catalogue, KeptAnswers answers, TimeProvider clock)
{
    private static readonly LifeEvents Shipped = Resources.Json<LifeEvents>("Procedures.Search.life-events.json");

    [Function(nameof(ListLifeEvents)), AllowedTo(Role.Anyone), Answers(200, typeof(LifeEventList)), Answers(304)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/life-events")] HttpRequest request) =>
        answers.Of(request, catalogue.State, () => TaggedJson.Public(Today()));

    private LifeEventList Today()
    {
        var today = catalogue.All(clock.Today()).ToDictionary(procedure => procedure.Code);
        return new(
            [.. Shipped.Items.Select(
                one => new LifeEventView(
                    one.Id, one.Name, [.. one.Procedures.Where(today.ContainsKey).Select(code => ProcedureSummary.Of(today[code]))], one.Lead))],
            Shipped.Often);
    }
}

/// <summary>As shipped: procedures by code.</summary>
public sealed record LifeEvents(IReadOnlyList<LifeEvent> Items, IReadOnlyList<Text> Often);

public sealed record LifeEvent(string Id, Text Name, IReadOnlyList<string> Procedures, Text? Lead = null);

/// <param name="Often">What is searched for most.</param>
public sealed record LifeEventList(IReadOnlyList<LifeEventView> Items, IReadOnlyList<Text> Often);

/// <param name="Lead">What to know first.</param>
public sealed record LifeEventView(string Id, Text Name, IReadOnlyList<ProcedureSummary> Procedures, Text? Lead = null);
