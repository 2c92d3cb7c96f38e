using System.Text.Json;

namespace PublicAdmin.Tests.Support;

/// <summary>A body a function can read, made from the constructor of its type: enough to come as far as the question who may.</summary>
internal static class Plausible
{
    public static Dictionary<string, object?> Of(Type type) => type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!
        .GetParameters().Where(parameter => !parameter.HasDefaultValue)
        .ToDictionary(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), parameter => Value(parameter.ParameterType));

    private static object? Value(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Value(inner)
        : type == typeof(string) ? "Nội dung"
        : type == typeof(bool) ? true
        : type == typeof(DateOnly) ? new DateOnly(2026, 11, 23)
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero)
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : type.IsPrimitive || type == typeof(decimal) ? 1
        : type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? new[] { Value(type.GetGenericArguments()[^1]) }
        : type.GetConstructors().Length > 0 ? Of(type)
        : null;
}
