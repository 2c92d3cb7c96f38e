using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Rules;

/// <summary>The fields of a form by key, each with its place in an <see cref="AnswerSheet"/>.</summary>
internal sealed class FieldTable
{
    private const int Ahead = 4;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly FormField[] _fields;
    private readonly byte[][] _keys;

    public FieldTable(FormDefinition form)
    {
        _fields = [.. form.Fields];
        _keys = [.. _fields.Select(field => Encoding.UTF8.GetBytes(field.Key))];
        for (var place = 0; place < _fields.Length; place++)
        {
            _places.TryAdd(_fields[place].Key, place);
        }
    }

    public int Count => _fields.Length;

    public FormField this[int place] => _fields[place];

    /// <summary>The place an answer belongs to, looked for from where it is likely to be.</summary>
    public bool TryGet(JsonProperty answer, int from, out int place)
    {
        for (place = from; place < _keys.Length && place < from + Ahead; place++)
        {
            if (answer.NameEquals(_keys[place]))
            {
                return true;
            }
        }

        return _places.TryGetValue(answer.Name, out place);
    }

    public bool TryGet(string key, out int place, [NotNullWhen(true)] out FormField? field)
    {
        field = _places.TryGetValue(key, out place) ? _fields[place] : null;
        return field is not null;
    }
}
