using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Processing.Lists;

/// <summary>
/// GET /api/work-counts: how much lies in each list of an office, in the caller's own, and how much is overdue: up to 99, for then the number says no more.
/// </summary>
public sealed class CountWork(ITables tables, TimeProvider clock)
{
    private const int Most = 99;

    private static readonly Role[] Readers = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor, Role.Auditor];

    private static readonly string[] Lists =
        [WorkList.All, WorkList.CompetenceUnknown, WorkList.Linked,
            .. Enum.GetValues<Phase>().Where(phase => phase.IsOpen()).Select(phase => JsonNamingPolicy.CamelCase.ConvertName(phase.ToString()))];

    private readonly ITable _lists = tables[Tables.Lists];

    [Function(nameof(CountWork))]
    [AllowedTo(RoleSet.DossierStaff)]
    [Answers(200, typeof(IReadOnlyDictionary<string, WorkCount>)), Refuses(typeof(WorkRefusals))]
    [Reads("office", "Code of the office; may be left out by somebody who works in one.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/work-counts")] HttpRequest request, CancellationToken ct)
    {
        if (!OfficeScope.Of(request, Readers).Try(out var office, out var outOfScope))
        {
            return outOfScope.ToProblem();
        }

        var ranges = RangesOf(office, request.Caller().Id).ToList();
        var counts = await Task.WhenAll(ranges.Select(async one => (one.List, Count: WorkCount.Of(await _lists.ScanAsync(one.Range, Most, ct)))));
        return TypedResults.Json(counts.ToDictionary(one => one.List, one => one.Count), OfficeJson.Options);
    }

    private IEnumerable<(string List, RowRange Range)> RangesOf(string office, string caller)
    {
        var partition = WorkList.PartitionOf(office);
        foreach (var list in Lists)
        {
            yield return (list, RowRange.Prefix(partition, WorkList.PrefixOf(list)));
        }

        yield return ("mine", RowRange.Prefix(partition, WorkList.PrefixOfHandler(caller)));

        // Lists are in the order of their ends, so what is overdue stands before now.
        var all = RowRange.Prefix(partition, WorkList.PrefixOf(WorkList.All));
        yield return ("overdue", all with { To = string.Create(CultureInfo.InvariantCulture, $"{all.From}{clock.GetUtcNow().UtcDateTime:yyyyMMddHHmm}") });
    }
}

/// <param name="Count">0 to 99.</param>
/// <param name="More">There are more.</param>
public sealed record WorkCount(int Count, bool More)
{
    public static WorkCount Of(RowPage page) => new(page.Rows.Count, page.More);
}
