using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded;

/// <summary>Calls a function's method on the one instance of its class; built when the function is first called.</summary>
internal sealed class FunctionCall(CataloguedFunction function, IServiceProvider services)
{
    private readonly MethodInvoker _invoker = MethodInvoker.Create(function.Method);
    private readonly ParameterInfo[] _parameters = function.Method.GetParameters();
    private readonly Lazy<object> _instance = new(() => services.GetRequiredService(function.Class));

    public async Task<IResult?> RunAsync<T>(T state, Func<ParameterInfo, T, object?> argument)
    {
        var answer = _invoker.Invoke(_instance.Value, Array.ConvertAll(_parameters, parameter => argument(parameter, state)));
        switch (answer)
        {
            case Task<IResult> asked:
                return await asked;
            case Task running:
                await running;
                return null;
            default:
                return answer as IResult;
        }
    }
}
