using System.Collections.Frozen;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Azure;

/// <summary>The same Gate as in the embedded edition, before every HTTP function; other triggers pass.</summary>
internal sealed class GateMiddleware(Gate gate) : IFunctionsWorkerMiddleware
{
    private static readonly FrozenDictionary<string, CataloguedFunction> Functions = FunctionCatalogue.All.ToFrozenDictionary(function => function.Name);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http
            && await gate.AdmitAsync(http, Functions[context.FunctionDefinition.Name].Method) is { } refusal)
        {
            context.GetInvocationResult().Value = refusal.ToProblem();
            return;
        }

        await next(context);
    }
}
