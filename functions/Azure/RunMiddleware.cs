using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Azure;

/// <summary>
/// Round every timer and queue function: writes down that it ran or failed, in records of our own. The alerts count these, so they hang on no
/// wording of the host's. To the host, which delivers again and writes down every word it is told, goes only what kind of fault it was.
/// </summary>
internal sealed partial class RunMiddleware(ReferenceRefresher reference, TimeProvider clock, ILogger<RunMiddleware> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not null)
        {
            await next(context);
            return;
        }

        try
        {
            if (!reference.IsRead)
            {
                throw new ReferenceMissingException();
            }

            await next(context);
            LogFinished(context.FunctionDefinition.Name);
        }
        catch (Exception fault)
        {
            // The text may hold what a citizen wrote, so it is not repeated.
            LogFailed(context.FunctionDefinition.Name, fault.GetType().Name, fault.StackTrace);

            // The broker hands a message out again at once: without a pause its ten deliveries would be gone before a busy service has recovered.
            // An instance that is told to go does not wait.
            await Task.Delay(Throttling.DelayOf(fault) ?? TimeSpan.Zero, clock, context.CancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new RunFailedException(fault.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Function} ran.", EventName = "RunFinished")]
    private partial void LogFinished(string function);

    [LoggerMessage(LogLevel.Error, "{Function} failed with {Fault}.\n{Trace}", EventName = "RunFailed")]
    private partial void LogFailed(string function, string fault, string? trace);
}
