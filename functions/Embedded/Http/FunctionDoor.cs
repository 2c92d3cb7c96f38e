using System.Reflection;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Api;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.Http;

/// <summary>
/// The way of every request to its function: the Gate, then the body, then room to run, then the function. The room is given back before the answer
/// is written, so that neither a slow sender nor a slow reader holds any.
/// </summary>
internal sealed class FunctionDoor(Gate gate, Lanes lanes, BodyIntake bodies)
{
    public async Task AnswerAsync(HttpContext context, CataloguedFunction function, FunctionCall call)
    {
        var most = HttpConventions.MaxBytesOf(function.Method);
        var refusal = await gate.AdmitAsync(context, function.Method) ?? HttpConventions.Limit(context, most);
        var answer = refusal?.ToProblem() ?? await RunAsync(context, call, most, Urgencies.Of(function));
        await answer!.ExecuteAsync(context);
    }

    private async Task<IResult?> RunAsync(HttpContext context, FunctionCall call, int most, Urgency urgency)
    {
        var asked = lanes.AskedBy(context, most, urgency);
        if (!(await bodies.TakeAsync(context, asked, most)).Try(out var body, out var refusal))
        {
            return refusal.ToProblem();
        }

        using (body)
        {
            using var room = await lanes.EnterAsync(asked, context.RequestAborted);
            return room is not null ? await call.RunAsync(context, Argument) : HttpRefusals.TooBusy.With().Knowing(HttpAnswers.RetryAfter, 2).ToProblem();
        }
    }

    private static object? Argument(ParameterInfo parameter, HttpContext context) =>
        parameter.ParameterType == typeof(HttpRequest) ? context.Request
        : parameter.ParameterType == typeof(CancellationToken) ? context.RequestAborted
        : parameter.ParameterType == typeof(string) ? context.Request.RouteValues[parameter.Name!] as string
        : throw new InvalidOperationException($"An HTTP function takes the request, route values and a CancellationToken, not {parameter}.");
}
