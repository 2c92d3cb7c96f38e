using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Processing.Lists;

/// <summary>GET /api/work: what lies on an office's desk, or on the caller's own, the most urgent first.</summary>
public sealed class ListWork(ITables tables)
{
    private static readonly Role[] Readers = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor, Role.Auditor];

    private static readonly HashSet<string> Lists =
        [WorkList.All, WorkList.CompetenceUnknown, WorkList.Linked, .. Enum.GetNames<Phase>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private readonly ITable _lists = tables[Tables.Lists];

    [Function(nameof(ListWork))]
    [AllowedTo(RoleSet.DossierStaff)]
    [Answers(200, typeof(PageOf<WorkItem>)), Refuses(typeof(WorkRefusals)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("office", "Code of the office; may be left out by somebody who works in one.")]
    [Reads("list", "all (default), competenceUnknown, linked, or a phase such as registered or proposed.")]
    [Reads("mine", "true: only dossiers the caller is in charge of.")]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/work")] HttpRequest request, CancellationToken ct)
    {
        var scoped = OfficeScope.Of(request, Readers);
        if (!scoped.Try(out var office, out var outOfScope))
        {
            return outOfScope.ToProblem();
        }

        if (!PageAsked.Of(request).Try(out var asked, out var invalid))
        {
            return invalid.ToProblem();
        }

        return PrefixOf(request) is { } prefix
            ? new RawPage(await _lists.ScanAsync(RowRange.Prefix(WorkList.PartitionOf(office), prefix).After(asked.After), asked.Limit, ct))
            : WorkRefusals.ListUnknown.At("list", string.Join(", ", Lists)).ToProblem();
    }

    private static string? PrefixOf(HttpRequest request)
    {
        if (request.Query["mine"] == "true")
        {
            return WorkList.PrefixOfHandler(request.Caller().Id);
        }

        var list = request.Query["list"].ToString() is { Length: > 0 } named ? named : WorkList.All;
        return Lists.Contains(list) ? WorkList.PrefixOf(list) : null;
    }

    /// <summary>The rows are JSON already: they are joined, not read and written again.</summary>
    private sealed class RawPage(RowPage page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var next = page.More ? $",\"next\":\"{PageAsked.CursorOf(page.Rows[^1].Key)}\"" : "";
            var json = new StringBuilder("{\"items\":[").AppendJoin(',', page.Rows.Select(row => row.Text(WorkList.Json))).Append(']').Append(next).Append('}');
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            return httpContext.Response.WriteAsync(json.ToString(), httpContext.RequestAborted);
        }
    }
}
