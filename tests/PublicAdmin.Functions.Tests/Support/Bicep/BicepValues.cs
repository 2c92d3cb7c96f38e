using System.Globalization;

namespace PublicAdmin.Tests.Support.Bicep;

/// <summary>Reads literals: what infra/ lists for the code to agree with.</summary>
internal sealed class BicepValues(IReadOnlyList<BicepToken> tokens, int at)
{
    private int _at = at;

    public static IEnumerable<string> Keys(IReadOnlyList<BicepToken> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i == open || depth > 0; i++)
        {
            depth += tokens[i].Text is "{" or "[" or "(" ? 1 : tokens[i].Text is "}" or "]" or ")" ? -1 : 0;
            var opens = tokens[i - 1].Is("{") || tokens[i - 1].Is(",") || tokens[i - 1].Kind is BicepTokenKind.NewLine;
            if (depth == 1 && opens && tokens[i + 1].Is(":"))
            {
                yield return tokens[i].Text;
            }
        }
    }

    public object? Read()
    {
        var token = Next();
        return token switch
        {
            { Kind: BicepTokenKind.Text } => token.Text,
            { Kind: BicepTokenKind.Number } => long.Parse(token.Text, CultureInfo.InvariantCulture),
            { Text: "true" or "false" } => token.Text == "true",
            { Text: "[" } => ReadList(),
            { Text: "{" } => ReadObject(),
            _ => throw new FormatException($"Line {token.Line}: '{token.Text}' is no literal."),
        };
    }

    private List<object?> ReadList()
    {
        List<object?> items = [];
        while (!Peek().Is("]"))
        {
            items.Add(Read());
        }

        _at++;
        return items;
    }

    private Dictionary<string, object?> ReadObject()
    {
        Dictionary<string, object?> values = [];
        while (!Peek().Is("}"))
        {
            var name = Next().Text;
            _at++;
            values[name] = Read();
        }

        _at++;
        return values;
    }

    private BicepToken Peek()
    {
        while (tokens[_at].Kind is BicepTokenKind.NewLine || tokens[_at].Is(","))
        {
            _at++;
        }

        return tokens[_at];
    }

    private BicepToken Next()
    {
        var token = Peek();
        _at++;
        return token;
    }
}
