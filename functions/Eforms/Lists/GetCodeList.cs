using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Eforms.Lists;

/// <summary>GET /api/lists/{id}: a code list that forms choose from, by page; communes by their province.</summary>
public sealed class GetCodeList(KeptAnswers answers)
{
    private const int MaxPage = 200;

    private static readonly object Shipped = new();

    [Function(nameof(GetCodeList)), AllowedTo(Role.Anyone), Answers(200, typeof(CodeListPage)), Answers(304)]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.ListUnknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("group", "Only entries of this group, such as the code of a province.")]
    [Reads("q", "Beginnings of words, with or without diacritics.")]
    [Reads("limit", "1 to 200 a page.")]
    [Reads("cursor", "The next of the page before.")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/lists/{id}")] HttpRequest request, string id) =>
        answers.Of(request, Shipped, () => Make(request, id));

    private static IResult Make(HttpRequest request, string id)
    {
        if (request.Read("limit", MaxPage, out var limit) is { } refusal)
        {
            return refusal.ToProblem();
        }

        if (CodeLists.Find(id) is not { } list)
        {
            return EformRefusals.ListUnknown.With(id).ToProblem();
        }

        var (group, typed) = (request.Query["group"].ToString(), request.Query["q"].ToString());
        var found = list.Items
            .Where(item => group.Length is 0 || (item.More?.GetValueOrDefault("group").ToString() == group))
            .Where(item => typed.Length is 0 || AccentFolding.Finds(typed, item.Vi));
        return TaggedJson.Public(CodeListPage.Of(list, found, request.Query["cursor"].ToString(), limit ?? MaxPage));
    }
}

/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record CodeListPage(string Id, Label Name, string Source, string Certainty, IReadOnlyList<CodeListItem> Items, string? Next = null)
{
    internal static CodeListPage Of(CodeList list, IEnumerable<CodeListItem> found, string after, int limit)
    {
        var behind = (after.Length is 0 ? found : found.SkipWhile(item => item.Code != after).Skip(1)).Take(limit + 1).ToList();
        return new(list.Id, list.Name, list.Source, list.Certainty, [.. behind.Take(limit)], behind.Count > limit ? behind[limit - 1].Code : null);
    }
}
