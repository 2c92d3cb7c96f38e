using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Embedded;
using PublicAdmin.Embedded.Messages;
using PublicAdmin.Embedded.Timers;

namespace PublicAdmin.Tests.Support;

/// <summary>The embedded edition, on a free port, in a folder of its own, at a time the test chooses.</summary>
public sealed class Office : IOffice, IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly string[] _settings;
    private WebApplication _app = null!;
    private Action? _meanwhile;

    private Office(DirectoryInfo folder, FixedClock clock, string[] settings) => (_folder, Clock, _settings) = (folder, clock, settings);

    public FixedClock Clock { get; }

    public HttpClient Http { get; private set; } = null!;

    public string Folder => _folder.FullName;

    /// <param name="at">An instant such as <c>2026-11-20T02:00Z</c>.</param>
    /// <param name="settings">More configuration, as on the command line.</param>
    public static async Task<Office> OpenAsync(string at = "2026-11-20T02:00Z", params string[] settings)
    {
        var clock = new FixedClock(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        var office = new Office(Directory.CreateTempSubdirectory("office-"), clock, settings);
        await office.StartAsync();
        return office;
    }

    /// <summary>The same in memory where the machine has a folder there: for tests of so many writes that the disk would be all they measure.</summary>
    public static async Task<Office> OpenInMemoryAsync(string at, params string[] settings)
    {
        var folder = Directory.Exists(Memory)
            ? Directory.CreateDirectory(Path.Combine(Memory, $"office-{Guid.NewGuid():N}")) : Directory.CreateTempSubdirectory("office-");
        var office = new Office(folder, new FixedClock(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)), settings);
        await office.StartAsync();
        return office;
    }

    private const string Memory = "/dev/shm";

    HttpClient IOffice.As(string persona) => this.As(persona);

    string IOffice.OfficeOf(string persona) => this.OfficeOf(persona);

    public T The<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Delivers every message that is due, and those that its handlers send.</summary>
    /// <param name="atOnce">One by one unless a test with very many wants them side by side.</param>
    public Task DeliverMessagesAsync(int atOnce = 1) => The<QueueTriggers>().DrainAsync(atOnce, CancellationToken.None);

    /// <summary>Runs a timer function now, whatever its schedule says.</summary>
    /// <param name="function"><c>nameof</c> its class.</param>
    public Task RunTimerAsync(string function) => The<TimerTriggers>().RunAsync(function, CancellationToken.None);

    /// <summary>
    /// From the n-th step of its storage on (two for each durable operation: before and after) nothing more is written or answered,
    /// as if the process had been killed there. <see cref="RestartAsync"/> opens the office again.
    /// </summary>
    public void DieAt(int step) => The<KillSwitch>().DieAt(step);

    /// <summary>At the n-th step of its storage from now on something else happens first, whole; then what was going on goes on.</summary>
    public void InterruptAt(int step, Action meanwhile)
    {
        _meanwhile = meanwhile;
        DieAt(step);
    }

    /// <summary>Closes the office and opens it again on the same folder.</summary>
    /// <param name="meanwhile">What happens to the folder while it is closed.</param>
    /// <param name="settings">More configuration for this start.</param>
    public async Task RestartAsync(Action<string>? meanwhile = null, params string[] settings)
    {
        await StopAsync();
        meanwhile?.Invoke(Folder);
        await StartAsync(settings);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private async Task StartAsync(params string[] settings)
    {
        var app = EmbeddedOffice.Build(
            [
                "--urls=http://127.0.0.1:0", $"--Embedded:Folder={Folder}", "--Embedded:ManualTriggers=true",
                "--Logging:LogLevel:Default=Warning", .. _settings, .. settings,
            ],
            services => services.AddSingleton<TimeProvider>(Clock).AddSingleton(new KillSwitch(Interrupt)));
        await using var opening = new Opening(app);
        await app.StartAsync();
        _app = opening.Succeed();
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    private void Interrupt()
    {
        if (Interlocked.Exchange(ref _meanwhile, null) is not { } meanwhile)
        {
            throw new OfficeKilledException();
        }

        DieAt(int.MaxValue);
        meanwhile();
    }

    private async Task StopAsync()
    {
        if (_app is { } open)
        {
            _app = null!; // A start that is refused leaves a closed office.
            Http.Dispose();
            await open.StopAsync();
            await open.DisposeAsync();
        }
    }

    /// <summary>Closes what could not be opened.</summary>
    private sealed class Opening(WebApplication app) : IAsyncDisposable
    {
        private WebApplication? _app = app;

        public WebApplication Succeed()
        {
            var open = _app!;
            _app = null;
            return open;
        }

        public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}

/// <summary>The office is dead: whatever it was doing ended here.</summary>
public sealed class OfficeKilledException : Exception;
