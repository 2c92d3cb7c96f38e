using System.Globalization;
using System.Net;

namespace PublicAdmin.Load;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Scenarios">Names; none for all.</param>
/// <param name="Url">A running office; null to start one.</param>
/// <param name="Dossiers">Sizes of the work lists compared.</param>
/// <param name="Length">Of each measurement, after warming up.</param>
/// <param name="Connections">How many callers at once; each sends its next request when it has its answer.</param>
/// <param name="Finished">How many dossiers are finished to learn their bytes.</param>
/// <param name="Times">How many journeys or steps the counted scenarios do, after as many unmeasured.</param>
internal sealed record LoadOptions(
    IReadOnlyList<string> Scenarios, IPEndPoint? Url, IReadOnlyList<int> Dossiers, TimeSpan Length, int Connections, int Finished, int Times)
{
    /// <summary>As long again, unmeasured: the just-in-time compiler needs it, more so on a busy machine.</summary>
    public TimeSpan WarmUp => Length;

    /// <summary>The folder of the office's program; null for the one built with this.</summary>
    public static string? Office { get; private set; }

    /// <summary>Where a scenario keeps what it must not lose when it is broken off; null for a folder that goes with it.</summary>
    public static string? Folder { get; private set; }

    /// <summary>How many dossiers the National Portal is told of; unless said, those of the communes in the article (books, part 13).</summary>
    public static int Told { get; private set; }

    public static LoadOptions Parse(string[] args)
    {
        var settings = args.Index().Where(arg => arg.Item.StartsWith("--", StringComparison.Ordinal))
            .ToDictionary(arg => arg.Item[2..], arg => args[arg.Index + 1]);
        var names = args.Index()
            .Where(arg =>
                !arg.Item.StartsWith("--", StringComparison.Ordinal) && (arg.Index == 0 || !args[arg.Index - 1].StartsWith("--", StringComparison.Ordinal)));
        (Office, Folder) = (settings.GetValueOrDefault("office"), settings.GetValueOrDefault("folder"));
        Told = Number(settings.GetValueOrDefault("told", "48956"));
        return new LoadOptions(
            [.. names.Select(arg => arg.Item)],
            settings.TryGetValue("url", out var url) ? AddressOf(new Uri(url)) : null,
            [.. settings.GetValueOrDefault("dossiers", "1000,100000").Split(',').Select(Number)],
            TimeSpan.FromSeconds(Number(settings.GetValueOrDefault("seconds", "10"))),
            Number(settings.GetValueOrDefault("connections", "64")),
            Number(settings.GetValueOrDefault("finished", "10000")),
            Number(settings.GetValueOrDefault("times", "600")));
    }

    public bool Wants(string scenario) => Scenarios.Count == 0 || Scenarios.Contains(scenario);

    private static IPEndPoint AddressOf(Uri url) =>
        new(url.HostNameType is UriHostNameType.Dns
            ? Dns.GetHostAddresses(url.Host).OrderBy(address => address.AddressFamily).First() : IPAddress.Parse(url.Host.Trim('[', ']')), url.Port);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
