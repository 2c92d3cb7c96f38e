using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Platform.Http;

/// <summary>Every function of the system, found by its <c>[Function]</c>. The embedded host, the API description and the tests read it.</summary>
public static class FunctionCatalogue
{
    public static IReadOnlyList<CataloguedFunction> All { get; } = [.. Find().OrderBy(function => function.Name, StringComparer.Ordinal)];

    private static IEnumerable<CataloguedFunction> Find() =>
        from type in typeof(FunctionCatalogue).Assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select new CataloguedFunction(function.Name, type, method, TriggerOf(method));

    private static Attribute TriggerOf(MethodInfo method) =>
        method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes())
            .SingleOrDefault(attribute => attribute is HttpTriggerAttribute or ServiceBusTriggerAttribute or TimerTriggerAttribute)
        ?? throw new InvalidOperationException($"{method.DeclaringType}.{method.Name} is a function without a trigger.");
}

/// <summary>One function: its class, its method and what starts it.</summary>
/// <param name="Trigger">An <see cref="HttpTriggerAttribute"/>, <see cref="ServiceBusTriggerAttribute"/> or <see cref="TimerTriggerAttribute"/>.</param>
public sealed record CataloguedFunction(string Name, Type Class, MethodInfo Method, Attribute Trigger)
{
    /// <summary>The whole address without the leading slash (host.json adds no prefix); a function that names none has its own name.</summary>
    public string Route => (Trigger as HttpTriggerAttribute)?.Route ?? Name;

    /// <summary>HTTP methods in capitals without HEAD, which is GET without the body (RFC 9110 section 9.3.2); empty for other triggers.</summary>
    public IReadOnlyList<string> Methods => [.. Answered.Where(method => method != "HEAD")];

    /// <summary>The methods the host lets through.</summary>
    public IReadOnlyList<string> Answered => [.. ((Trigger as HttpTriggerAttribute)?.Methods ?? []).Select(method => method.ToUpperInvariant())];
}
