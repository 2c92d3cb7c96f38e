using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Site;

/// <summary>
/// POST /api/page-faults: a page failed in somebody's browser; the office hears where in its own scripts, and nothing of who or what was typed.
/// </summary>
public sealed partial class ReportPageFault(RateLimits limits, ClientAddress clients, ILogger<ReportPageFault> log)
{
    private static readonly RateLimit Reports = new("page-faults", 50, TimeSpan.FromHours(1));

    [Function(nameof(ReportPageFault)), AllowedTo(Role.Anyone), Accepts(typeof(PageFault), MaxBytes = 1_024), Answers(204), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/page-faults")] HttpRequest request, CancellationToken ct)
    {
        var read = await request.ReadAsync<PageFault>(ct);
        if (!read.Try(out var fault, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        var client = clients.KeyOf(request);
        if (limits.Check(Reports, client) is null)
        {
            await limits.SpendAsync(Reports, client, ct);
            LogFault(SitePages.Listed.Contains(fault.Page) ? fault.Page : "?", Plain(fault.Kind), Plain(fault.File), fault.Line);
        }

        return TypedResults.NoContent();
    }

    // Only what can stand in the name of an error or a file: whatever else was sent is no part of a report.
    private static string Plain(string text) => text.Length <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? text : "?";

    [LoggerMessage(LogLevel.Warning, "A page failed in a browser: {Page}, {Kind} at {File}:{Line}.")]
    private partial void LogFault(string page, string kind, string file, int line);
}

/// <param name="Page">The page's name, such as filing.</param>
/// <param name="Kind">The error's name, such as TypeError.</param>
/// <param name="File">The script.</param>
/// <param name="Line">The line in it.</param>
public sealed record PageFault(string Page, string Kind, string File, int Line);
