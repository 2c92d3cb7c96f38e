using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Http;

/// <summary>
/// Round every request: gives it an id, puts the safe headers on its answer, and turns what no function answers (unknown route,
/// wrong method, broken request, fault) into problem+json that says no more than it should.
/// </summary>
internal sealed partial class HttpFront(RequestDelegate next, ILogger<HttpFront> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        Prepare(context);
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
        catch (BlobLostException lost)
        {
            LogLost(context.TraceIdentifier, lost.Message);
            context.Response.Headers.Remove("Content-Disposition");
            context.Response.Headers.Remove("ETag");
            await AnswerAsync(context, HttpRefusals.FileLost);
        }
        catch (Exception fault)
        {
            // The text may hold what a citizen wrote, so neither answer nor log repeats it.
            LogFailed(context.TraceIdentifier, (context.GetEndpoint()?.Metadata.GetMetadata<CataloguedFunction>())?.Name, fault.GetType().Name,
                fault.StackTrace);
            await AnswerAsync(context, DiskFull.Is(fault) ? HttpRefusals.StorageFull : HttpRefusals.InternalError);
        }
    }

    private static void Prepare(HttpContext context)
    {
        HttpConventions.Identify(context);
        HttpConventions.Protect(context.Response.Headers);
        SayWhenNothingFollows(context);
    }

    // A body nobody read is read away by the server to find the next request behind it; one too long for that ends the line, and the caller, who might
    // send the next on it, has to know.
    private static void SayWhenNothingFollows(HttpContext context)
    {
        if (context.Request.ContentLength is <= AcceptsAttribute.DefaultMaxBytes
            || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return;
        }

        var body = context.Request.Body;
        context.Response.OnStarting(() =>
        {
            if (context.Request.Body == body && context.Response.StatusCode >= StatusCodes.Status400BadRequest)
            {
                context.Response.Headers.Connection = "close"; // Where it was taken in, another body stands in its place.
            }

            return Task.CompletedTask;
        });
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

    [LoggerMessage(LogLevel.Critical, "Request {RequestId} asked for bytes that are not what was stored: {What}")]
    private partial void LogLost(string requestId, string what);

    [LoggerMessage(LogLevel.Error, "Request {RequestId} to {Function} failed with {Fault}.\n{Trace}")]
    private partial void LogFailed(string requestId, string? function, string fault, string? trace);
}
