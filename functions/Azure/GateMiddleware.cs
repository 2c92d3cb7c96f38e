using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using PublicAdmin.Api;
using PublicAdmin.Api.Operating;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Azure;

/// <summary>
/// Round every HTTP function: the same manners, the same Gate and the same answers to what is refused or broken as in the embedded edition.
/// Other triggers pass (<see cref="RunMiddleware"/>).
/// </summary>
internal sealed partial class GateMiddleware(Gate gate, ReferenceRefresher reference, ILogger<GateMiddleware> log) : IFunctionsWorkerMiddleware
{
    private static readonly FrozenDictionary<string, CataloguedFunction> Functions = FunctionCatalogue.All.ToFrozenDictionary(function => function.Name);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        HttpConventions.Identify(http);
        HttpConventions.Protect(http.Response.Headers);
        if (await RefuseAsync(http, context, next) is { } refusal)
        {
            await AnswerAsync(http, refusal);
        }

        context.GetInvocationResult().Value = TypedResults.Empty;
    }

    // Written here and not left to the worker, which would send an empty 200 for an answer that breaks.
    private static async Task AnswerAsync(HttpContext http, Refusal refusal)
    {
        if (http.Response.HasStarted)
        {
            http.Abort(); // Half an answer must not look like a whole one.
            return;
        }

        await refusal.ToProblem().ExecuteAsync(http);
    }

    private static Refusal Instead(HttpContext http, Refusal refusal)
    {
        if (!http.Response.HasStarted)
        {
            http.Response.Clear(); // What the broken answer had said of itself.
            HttpConventions.Identify(http);
            HttpConventions.Protect(http.Response.Headers);
        }

        return refusal;
    }

    private async Task<Refusal?> RefuseAsync(HttpContext http, FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = Functions[context.FunctionDefinition.Name];
        try
        {
            if (!reference.IsRead && !SaysHowItIs(function))
            {
                throw new ReferenceMissingException();
            }

            if ((await gate.AdmitAsync(http, function.Method) ?? HttpConventions.Limit(http, HttpConventions.MaxBytesOf(function.Method))) is { } refusal)
            {
                return refusal;
            }

            await next(context);
            await (context.GetInvocationResult().Value as IResult ?? TypedResults.Empty).ExecuteAsync(http);
            return null;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return null; // The caller went away; there is nobody to answer.
        }
        catch (BadHttpRequestException broken)
        {
            return Instead(http, HttpRefusals.Of(broken));
        }
        catch (Exception busy) when (Throttling.DelayOf(busy) is { } wait)
        {
            LogBusy(http.TraceIdentifier, function.Name, busy.GetType().Name);
            return Instead(http, HttpRefusals.TooBusy.With().Knowing(HttpAnswers.RetryAfter, (int)wait.TotalSeconds));
        }
        catch (Exception fault)
        {
            // The text may hold what a citizen wrote, so neither answer nor log repeats it.
            LogFailed(http.TraceIdentifier, function.Name, fault.GetType().Name, fault.StackTrace);
            return Instead(http, fault is BlobLostException ? HttpRefusals.FileLost : HttpRefusals.InternalError);
        }
    }

    private static bool SaysHowItIs(CataloguedFunction function) => function.Class == typeof(ReportHealth) || function.Class == typeof(ReportReadiness);

    [LoggerMessage(LogLevel.Error, "Request {RequestId} to {Function} failed with {Fault}.\n{Trace}", EventName = "RequestFailed")]
    private partial void LogFailed(string requestId, string function, string fault, string? trace);

    [LoggerMessage(LogLevel.Warning, "Request {RequestId} to {Function} found a service busy: {Fault}.", EventName = "RequestTurnedAway")]
    private partial void LogBusy(string requestId, string function, string fault);
}
