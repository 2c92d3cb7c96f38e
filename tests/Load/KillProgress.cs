using System.Globalization;

namespace PublicAdmin.Load;

/// <summary>What an office that is killed over and over has acknowledged, in a file that outlives this program: a line a dossier, a line a kill.</summary>
internal sealed class KillProgress : IDisposable
{
    private const string Kill = "kill";

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly StreamWriter _file;
    private int _last;

    private KillProgress(string path)
    {
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            Read(line.Split(' '));
        }

        _file = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    public int Kills { get; private set; }

    public int Acknowledged => _codes.Count;

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public static KillProgress Open(string path) => new(path);

    public string NextKey() => string.Create(CultureInfo.InvariantCulture, $"killed-{Interlocked.Increment(ref _last):D8}");

    public IReadOnlyList<string> Newest(int count)
    {
        lock (_lock)
        {
            return [.. _codes.Keys.Reverse().Take(count)];
        }
    }

    public void Acknowledge(string key, string code)
    {
        lock (_lock)
        {
            Add(key, code);
            _file.WriteLine($"{key} {code}");
        }
    }

    /// <summary>Asked again: it must be the same dossier.</summary>
    public void Check(string key, string code)
    {
        lock (_lock)
        {
            Lost += _codes[key] == code ? 0 : 1;
        }
    }

    public void AddKill()
    {
        Kills++;
        _file.WriteLine(Kill);
    }

    public void Dispose() => _file.Dispose();

    private void Read(string[] words)
    {
        if (words[0] == Kill)
        {
            Kills++;
        }
        else if (words.Length == 2)
        {
            Add(words[0], words[1]);
            _last = Math.Max(_last, int.Parse(words[0].AsSpan("killed-".Length), CultureInfo.InvariantCulture));
        }
    }

    private void Add(string key, string code)
    {
        _codes[key] = code;
        Doubled += _seen.Add(code) ? 0 : 1;
    }
}
