using System.Globalization;
using System.Text;

namespace PublicAdmin.Eforms.Answers;

/// <summary>Where in a form somebody is looking: written out only when something is refused there.</summary>
internal sealed class AnswerPath
{
    private readonly List<(string Name, int Entry)> _steps = [];

    /// <param name="name">Of a field or part.</param>
    public void Enter(string name) => _steps.Add((name, -1));

    /// <param name="entry">Of a list, from 0.</param>
    public void Enter(int entry) => _steps.Add(("", entry));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>Such as <c>form.children[1].name</c>.</summary>
    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (var (name, entry) in _steps)
        {
            _ = entry >= 0 ? path.Append(CultureInfo.InvariantCulture, $"[{entry}]") : path.Append(path.Length > 0 ? "." : "").Append(name);
        }

        return path.ToString();
    }
}
