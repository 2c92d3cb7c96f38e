using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Reading;

/// <summary>GET /api/statistics/definitions: what each number counts, by which rule, in both languages. For anybody.</summary>
public sealed class ShowDefinitions
{
    private static readonly Lazy<TaggedJson> List = new(() => TaggedJson.Public(new DefinitionList([.. Definitions.Sums, .. Definitions.All])));

    [Function(nameof(ShowDefinitions)), AllowedTo(Role.Anyone), Answers(200, typeof(DefinitionList)), Answers(304)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/definitions")] HttpRequest request) => List.Value;
}

public sealed record DefinitionList(IReadOnlyList<Definition> Items);
