using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PublicAdmin.Api.OpenApi;

/// <summary>The summaries written in the code, from the documentation file beside the assembly.</summary>
internal static partial class OpenApiSummaries
{
    private static readonly FrozenDictionary<string, XElement> Members = Load();

    public static string? Of(Type type) => Text(Find($"T:{Name(type)}")?.Element("summary"));

    /// <summary>A property by its own summary, or by the record's param of that name.</summary>
    public static string? Of(PropertyInfo property) =>
        Text(Find($"P:{Name(property.DeclaringType!)}.{property.Name}")?.Element("summary"))
            ?? Text(Param(Find($"T:{Name(property.DeclaringType!)}"), property.Name));

    /// <summary>A value of an enum.</summary>
    public static string? Of(Type type, string value) => Text(Find($"F:{Name(type)}.{value}")?.Element("summary"));

    /// <summary>A parameter of a method.</summary>
    public static string? Of(MethodInfo method, string parameter)
    {
        var start = $"M:{Name(method.DeclaringType!)}.{method.Name}(";
        return Text(Param(Members.FirstOrDefault(member => member.Key.StartsWith(start, StringComparison.Ordinal)).Value, parameter));
    }

    // <inheritdoc cref="…"/> on a type stands for the other's text.
    private static XElement? Find(string id) =>
        Members.GetValueOrDefault(id) is { } member
            ? member.Element("inheritdoc")?.Attribute("cref")?.Value is { } other && other != id ? Find(other) : member
            : null;

    private static XElement? Param(XElement? member, string name) => member?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == name);

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element) => element is null ? null : Spaces().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { HasElements: false, IsEmpty: false } element => element.Value,
        XElement element when element.Attribute("cref")?.Value is { } reference => reference.Split(':', '.')[^1],
        XElement element when element.Attribute("name")?.Value is { } name => name,
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    private static FrozenDictionary<string, XElement> Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, typeof(OpenApiSummaries).Assembly.GetName().Name + ".xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToFrozenDictionary(member => member.Attribute("name")!.Value)
            : FrozenDictionary<string, XElement>.Empty; // Shipped without it, the description has names and no sentences.
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
