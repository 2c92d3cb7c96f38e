using System.Diagnostics.CodeAnalysis;
using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Rules;

/// <summary>The fields of a form by key, each with its place in an <see cref="AnswerSheet"/>.</summary>
internal sealed class FieldTable
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly FormField[] _fields;

    public FieldTable(FormDefinition form)
    {
        _fields = [.. form.Fields];
        for (var place = 0; place < _fields.Length; place++)
        {
            _places.TryAdd(_fields[place].Key, place);
        }
    }

    public int Count => _fields.Length;

    public FormField this[int place] => _fields[place];

    public bool TryGet(string key, out int place, [NotNullWhen(true)] out FormField? field)
    {
        field = _places.TryGetValue(key, out place) ? _fields[place] : null;
        return field is not null;
    }
}
