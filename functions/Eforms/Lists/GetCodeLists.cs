using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Eforms.Lists;

/// <summary>GET /api/lists: several code lists at once, each from its beginning, so that a form with a dozen of them costs a slow line one turn.</summary>
public sealed class GetCodeLists(KeptAnswers answers)
{
    private const int MostLists = 40;
    private const int MostItems = 200;

    private static readonly object Shipped = new();

    [Function(nameof(GetCodeLists)), AllowedTo(Role.Anyone), Answers(200, typeof(CodeListPages)), Answers(304)]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.ListUnknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("ids", "Ids, separated by commas, at most 40; of each the first 200 entries.")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/lists")] HttpRequest request) =>
        answers.Of(request, Shipped, () => Make(request.Query["ids"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries)));

    private static IResult Make(IReadOnlyList<string> ids)
    {
        if (ids.Count is 0 or > MostLists)
        {
            return HttpRefusals.QueryInvalid.At("ids", "ids", $"1–{MostLists}").ToProblem();
        }

        return ids.FirstOrDefault(id => CodeLists.Find(id) is null) is { } unknown
            ? EformRefusals.ListUnknown.With(unknown).ToProblem()
            : TaggedJson.Public(
                new CodeListPages(
                    [.. ids.Distinct().Select(CodeLists.Find).OfType<CodeList>().Select(list => CodeListPage.Of(list, list.Items, "", MostItems))]));
    }
}

/// <param name="Lists">In the order asked for.</param>
public sealed record CodeListPages(IReadOnlyList<CodeListPage> Lists);
