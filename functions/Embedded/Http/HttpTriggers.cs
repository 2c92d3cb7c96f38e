using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.Http;

/// <summary>Gives every HTTP function the route the Functions host would give it, with the Gate in front.</summary>
internal static class HttpTriggers
{
    /// <param name="app">The server.</param>
    /// <param name="prefix">What host.json puts before every route; empty, for a route here is the whole address.</param>
    public static void MapHttpFunctions(this IEndpointRouteBuilder app, string prefix)
    {
        var door = ActivatorUtilities.CreateInstance<FunctionDoor>(app.ServiceProvider);
        foreach (var function in FunctionCatalogue.All.Where(function => function.Trigger is HttpTriggerAttribute))
        {
            var call = new FunctionCall(function, app.ServiceProvider);
            app.MapMethods($"{prefix}/{function.Route}", function.Answered, context => door.AnswerAsync(context, function, call)).WithMetadata(function);
        }
    }
}
