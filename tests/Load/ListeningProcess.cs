using System.Globalization;

namespace PublicAdmin.Load;

/// <summary>
/// Which process of this machine listens on a port, by /proc: so that the processor time and memory of an office that ran already are seen too.
/// </summary>
internal static class ListeningProcess
{
    private const string Listening = "0A";

    /// <returns>Null when it is another machine's, another user's, or not Linux.</returns>
    public static int? Find(int port)
    {
        var port16 = port.ToString("X4", CultureInfo.InvariantCulture);
        var sockets = new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).SelectMany(table => File.ReadLines(table).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[1].EndsWith($":{port16}", StringComparison.Ordinal) && fields[3] == Listening)
            .Select(fields => $"socket:[{fields[9]}]").ToHashSet();
        return Directory.Exists("/proc") && sockets.Count > 0 ? Processes().Where(pid => Holds(pid, sockets)).Select(pid => (int?)pid).FirstOrDefault() : null;
    }

    private static IEnumerable<int> Processes() =>
        Directory.EnumerateDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0);

    private static bool Holds(int pid, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/fd"))
                .Any(file => File.ResolveLinkTarget(file, false) is { } target && sockets.Contains(target.Name));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false; // Gone meanwhile, or not ours to look into.
        }
    }
}
