using System.Globalization;

namespace PublicAdmin.Load;

/// <summary>What the processors have done since the machine started, in seconds of one core; from /proc, so on Linux only.</summary>
/// <param name="Office">By the office; 0 when its process is not ours to see.</param>
/// <param name="Driver">By this program.</param>
/// <param name="All">By everybody.</param>
internal readonly record struct CpuTimes(double Office, double Driver, double All)
{
    private const double TicksPerSecond = 100;

    public static CpuTimes Read(int? office) => new(office is { } pid ? Of(pid) : 0, Of(Environment.ProcessId), Everybody());

    public static CpuTimes operator -(CpuTimes later, CpuTimes earlier) =>
        new(later.Office - earlier.Office, later.Driver - earlier.Driver, later.All - earlier.All);

    public static CpuTimes operator /(CpuTimes times, double by) => new(times.Office / by, times.Driver / by, times.All / by);

    private static double Of(int pid)
    {
        // The name in brackets may hold spaces; user and system time are the 12th and 13th field behind it.
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
    }

    // user, nice, system, idle, iowait, irq, softirq, steal.
    private static double Everybody()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new[] { 1, 2, 3, 6, 7, 8 }.Sum(field => Number(fields[field])) / TicksPerSecond;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

internal static class Memories
{
    /// <summary>The most memory a process ever held, in MB.</summary>
    public static double PeakOf(int pid) => Of(pid, "VmHWM");

    public static double PresentOf(int pid) => Of(pid, "VmRSS");

    private static double Of(int pid, string name)
    {
        var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/status"))
            .First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.AsSpan(name.Length + 1).Trim(" kB\t"), CultureInfo.InvariantCulture) / 1024;
    }
}
