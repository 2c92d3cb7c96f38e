using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded;

/// <summary>
/// Round every request: gives it an id, puts the safe headers on its answer, and turns what no function answers (unknown route,
/// wrong method, broken request, fault) into problem+json that says no more than it should.
/// </summary>
internal sealed partial class HttpFront(RequestDelegate next, ILogger<HttpFront> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        Identify(context);
        Protect(context.Response.Headers);
        try
        {
            await next(context);
            if (Unanswered(context) is { } refusal)
            {
                await refusal.ToProblem().ExecuteAsync(context);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away; there is nobody to answer.
        }
        catch (BadHttpRequestException broken)
        {
            await AnswerAsync(context, HttpRefusals.Of(broken));
        }
        catch (Exception fault)
        {
            // The text may hold what a citizen wrote, so neither answer nor log repeats it.
            LogFailed(context.TraceIdentifier, (context.GetEndpoint()?.Metadata.GetMetadata<CataloguedFunction>())?.Name, fault.GetType().Name, fault.StackTrace);
            await AnswerAsync(context, HttpRefusals.InternalError);
        }
    }

    private static void Identify(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers["X-Request-Id"].ToString() is { Length: > 0 } id && IdPattern().IsMatch(id))
        {
            context.TraceIdentifier = id;
        }

        if (headers.TraceParent.ToString() is { Length: > 0 } parent && TraceParentPattern().IsMatch(parent))
        {
            context.Response.Headers.TraceParent = parent;
        }

        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store"; // Unless a function says otherwise: answers are about people.
    }

    // Routing answers a wrong method with 405 and Allow, and an unknown route with 404, both without a body.
    private static Refusal? Unanswered(HttpContext context) =>
        context.Response.HasStarted || context.GetEndpoint()?.Metadata.GetMetadata<CataloguedFunction>() is not null ? null
        : context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => (Refusal)HttpRefusals.RouteUnknown,
            StatusCodes.Status405MethodNotAllowed => HttpRefusals.MethodNotAllowed,
            _ => null,
        };

    private static async Task AnswerAsync(HttpContext context, Refusal refusal)
    {
        if (context.Response.HasStarted)
        {
            context.Abort(); // Half an answer must not look like a whole one.
            return;
        }

        await refusal.ToProblem().ExecuteAsync(context);
    }

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,64}\z")]
    private static partial Regex IdPattern();

    // W3C Trace Context, section 3.2.
    [GeneratedRegex(@"^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}\z")]
    private static partial Regex TraceParentPattern();

    [LoggerMessage(LogLevel.Error, "Request {RequestId} to {Function} failed with {Fault}.\n{Trace}")]
    private partial void LogFailed(string requestId, string? function, string fault, string? trace);
}
