using System.Text;

namespace PublicAdmin.Tests.Support.Bicep;

/// <summary>Cuts Bicep into words, texts and marks. Comments go; brackets must close.</summary>
internal sealed class BicepTokens(string source)
{
    private static readonly string[] Marks = ["::", "=>", "==", "!=", ">=", "<=", "&&", "||", "??"];
    private readonly List<BicepToken> _tokens = [];
    private int _at;
    private int _line = 1;

    public static IReadOnlyList<BicepToken> Of(string source) => new BicepTokens(source).Read();

    private List<BicepToken> Read()
    {
        while (_at < source.Length)
        {
            ReadOne();
        }

        CheckBrackets();
        return _tokens;
    }

    private void ReadOne()
    {
        var c = source[_at];
        if (c == '\n')
        {
            Add(BicepTokenKind.NewLine, "\n", 1);
            _line++;
        }
        else if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (source.AsSpan(_at).StartsWith("//"))
        {
            _at = source.IndexOf('\n', _at) is >= 0 and var end ? end : source.Length;
        }
        else if (c == '\'')
        {
            ReadText();
        }
        else if (char.IsLetter(c) || c == '_')
        {
            Add(BicepTokenKind.Word, 1 + source.AsSpan(_at + 1).IndexOfAnyExcept(WordCharacters));
        }
        else if (char.IsDigit(c))
        {
            Add(BicepTokenKind.Number, source.AsSpan(_at).IndexOfAnyExcept(WordCharacters));
        }
        else
        {
            var mark = Marks.FirstOrDefault(mark => source.AsSpan(_at).StartsWith(mark)) ?? c.ToString();
            Add(BicepTokenKind.Mark, mark, mark.Length);
        }
    }

    private static readonly System.Buffers.SearchValues<char> WordCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private void ReadText()
    {
        var text = new StringBuilder();
        List<BicepToken> inner = [];
        for (_at++; source[_at] != '\''; _at++)
        {
            if (source[_at] == '\n')
            {
                throw new FormatException($"Line {_line}: a text does not end.");
            }

            if (source[_at] == '\\')
            {
                _at++;
            }
            else if (source[_at] == '$' && source[_at + 1] == '{')
            {
                var end = source.IndexOf('}', _at);
                inner.AddRange(Of(source[(_at + 2)..end]).Select(token => token with { Line = _line }));
                text.Append(source, _at, end - _at);
                _at = end;
            }

            text.Append(source[_at]);
        }

        _at++;
        _tokens.Add(new BicepToken(BicepTokenKind.Text, text.ToString(), _line, inner));
    }

    private void Add(BicepTokenKind kind, int length) => Add(kind, source.Substring(_at, length < 1 ? source.Length - _at : length), length < 1 ? source.Length - _at : length);

    private void Add(BicepTokenKind kind, string text, int length)
    {
        _tokens.Add(new BicepToken(kind, text, _line, []));
        _at += length;
    }

    private void CheckBrackets()
    {
        var open = new Stack<BicepToken>();
        foreach (var token in _tokens.Where(token => token.Kind is BicepTokenKind.Mark))
        {
            if (token.Text is "{" or "[" or "(")
            {
                open.Push(token);
            }
            else if (token.Text is "}" or "]" or ")" && (!open.TryPop(out var opener) || (opener.Text + token.Text) is not ("{}" or "[]" or "()")))
            {
                throw new FormatException($"Line {token.Line}: '{token.Text}' closes nothing.");
            }
        }

        if (open.TryPeek(out var left))
        {
            throw new FormatException($"Line {left.Line}: '{left.Text}' is not closed.");
        }
    }
}
