using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Api;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.Http;

/// <summary>Gives every HTTP function the route the Functions host would give it, with the Gate in front.</summary>
internal static class HttpTriggers
{
    /// <param name="app">The server.</param>
    /// <param name="prefix">What host.json puts before every route; empty, for a route here is the whole address.</param>
    public static void MapHttpFunctions(this IEndpointRouteBuilder app, string prefix)
    {
        var gate = app.ServiceProvider.GetRequiredService<Gate>();
        foreach (var function in FunctionCatalogue.All.Where(function => function.Trigger is HttpTriggerAttribute))
        {
            var call = new FunctionCall(function, app.ServiceProvider);
            var maxBytes = HttpManners.MaxBytesOf(function.Method);
            app.MapMethods($"{prefix}/{function.Route}", function.Methods, context => AnswerAsync(context, function, call, gate, maxBytes)).WithMetadata(function);
        }
    }

    private static async Task AnswerAsync(HttpContext context, CataloguedFunction function, FunctionCall call, Gate gate, int maxBytes)
    {
        var refusal = await gate.AdmitAsync(context, function.Method) ?? HttpManners.Limit(context, maxBytes);
        var answer = refusal?.ToProblem() ?? await call.RunAsync(context, Argument);
        await answer!.ExecuteAsync(context);
    }

    private static object? Argument(ParameterInfo parameter, HttpContext context) =>
        parameter.ParameterType == typeof(HttpRequest) ? context.Request
        : parameter.ParameterType == typeof(CancellationToken) ? context.RequestAborted
        : parameter.ParameterType == typeof(string) ? context.Request.RouteValues[parameter.Name!] as string
        : throw new InvalidOperationException($"An HTTP function takes the request, route values and a CancellationToken, not {parameter}.");
}
