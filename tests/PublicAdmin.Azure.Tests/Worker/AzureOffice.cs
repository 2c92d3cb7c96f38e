using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Azure.Messaging.ServiceBus;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Azure.Bus;
using PublicAdmin.Tests.Azure.Support;
using PublicAdmin.Tests.Azure.Vault;
using PublicAdmin.Tests.Journeys;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>
/// The Azure edition at work on this machine: the real worker with its real clients, under a stand-in host, with Azurite, a stand-in bus and vault and two
/// issuers
/// of tokens. One for all tests of the collection.
/// </summary>
public sealed class AzureOffice : IOffice, IAsyncLifetime, IDisposable
{
    private const string Identity = "11111111-2222-3333-4444-555555555555";
    internal const string Administrator = "first-administrator";
    private TestIssuer _citizens = null!;
    private TestIssuer _staff = null!;
    private StandInTables _tables = null!;
    private StandInRecords _records = null!;
    private StandInBus _bus = null!;
    private ServiceBusClient _client = null!;
    private readonly List<string> _earlier = [];
    private string _office = "";

    public HttpClient Http { get; private set; } = null!;

    internal FunctionsHost Host { get; private set; } = null!;

    internal StandInVault Vault { get; private set; } = null!;

    internal StandInBus Bus => _bus;

    internal StandInRecords Records => _records;

    internal QueueTriggers Triggers { get; private set; } = null!;

    /// <summary>What was asked of storage, bus and vault, counted on the line, behind the clients.</summary>
    internal Operations Spent => new(
        _tables.Asked.Reads, _tables.Asked.Scans, _tables.Asked.Writes, _bus.Sent, _records.Asked.Reads, _records.Asked.Writes, Vault.Signatures);

    /// <summary>All that any worker of this office has logged or told its host, or written to its console.</summary>
    internal IReadOnlyList<string> Log => [.. _earlier, .. Host.Worker.Log, .. Triggers.Faults];

    /// <summary>What was answered while the office had no role on its tables: path and status.</summary>
    public IReadOnlyDictionary<string, HttpStatusCode> WithoutItsRole { get; private set; } = new Dictionary<string, HttpStatusCode>();

    /// <summary>What was answered before the tables were there.</summary>
    public IReadOnlyDictionary<string, HttpStatusCode> BeforeItsTables { get; private set; } = new Dictionary<string, HttpStatusCode>();

    /// <summary>What start and first answer took, for people to read.</summary>
    public string ColdStart { get; private set; } = "";

    public HttpClient As(string persona)
    {
        var http = new HttpClient { BaseAddress = Host.Front };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", persona is "mai"
            ? _citizens.Issue(DateTimeOffset.UtcNow, token => token.Claims["personal_number"] = Filings.Mai.PersonalNumber)
            : _staff.Issue(DateTimeOffset.UtcNow, token => token.Claims["oid"] = persona));
        return http;
    }

    public string OfficeOf(string persona) => _office;

    public Task DeliverMessagesAsync(int atOnce = 1) => Triggers.DrainAsync();

    /// <summary>As the product sends it.</summary>
    internal async Task SendAsync(QueueMessage message)
    {
        await using var sender = _client.CreateSender(message.Queue);
        await sender.SendMessageAsync(new ServiceBusMessage(message.Body) { MessageId = message.Id, SessionId = message.Session });
    }

    /// <summary>After the worker's death.</summary>
    internal Task RestartWorkerAsync()
    {
        _earlier.AddRange(Host.Worker.Log);
        Host.Worker.Dispose();
        return Host.StartWorkerAsync();
    }

    public async Task InitializeAsync()
    {
        if (Azurite.Program is null)
        {
            return; // The tests say why they are skipped.
        }

        (_citizens, _staff) = (await TestIssuer.OpenAsync(), await TestIssuer.OpenAsync());
        _bus = new StandInBus(TimeSpan.FromSeconds(30), StandInCertificate.Whole);
        _client = new ServiceBusClient(
            _bus.Connection, new ServiceBusClientOptions { RetryOptions = new() { TryTimeout = TimeSpan.FromSeconds(10), MaxRetries = 1 } });
        _tables = await StandInTables.StartAsync();
        _tables.Refuses = true;
        _records = await StandInRecords.StartAsync();
        Vault = await StandInVault.StartAsync();
        Host = await FunctionsHost.StartAsync(Settings());
        Http = new HttpClient { BaseAddress = Host.Front };
        Triggers = new QueueTriggers(Host, _client, _bus);
        var watch = Stopwatch.StartNew();
        await Http.GetAsync("/api/health");
        ColdStart = $"Loaded in {Host.Worker.StartedIn}, first answer in {watch.Elapsed}, {Host.Worker.ProcessorTime} of processor time for both.";
        (WithoutItsRole, BeforeItsTables) = await OpeningDoors.OpenAsync(Http, _tables);
        _office = await FirstDay.OpenAsync(As(Administrator), Vault);
    }

    public async Task DisposeAsync()
    {
        if (Host is not null)
        {
            await Host.DisposeAsync();
            await _client.DisposeAsync();
            await Vault.DisposeAsync();
            await _records.DisposeAsync();
            await _tables.DisposeAsync();
            await _citizens.DisposeAsync();
            await _staff.DisposeAsync();
        }
    }

    public void Dispose() => _bus?.Dispose();

    private Dictionary<string, string> Settings() => new()
    {
        ["Azure__ClientId"] = Identity,
        ["Azure__Tables"] = _tables.Address.AbsoluteUri,
        ["Azure__Blobs"] = _records.Address.AbsoluteUri,
        ["Azure__Vault"] = Vault.Address.AbsoluteUri,
        ["Azure__Email"] = Vault.Address.AbsoluteUri,
        ["Azure__EmailSender"] = "office@example.vn",
        ["ServiceBusConnection__fullyQualifiedNamespace"] = "localhost",
        ["HashKey"] = Convert.ToBase64String(new byte[32]),
        ["Http__TrustedProxies"] = "0",
        ["Signing__CheckAddress"] = "https://office.example.vn/verify/",
        ["Identity__Citizens__Authority"] = _citizens.Authority,
        ["Identity__Citizens__Audience"] = "office",
        ["Identity__Staff__Authority"] = _staff.Authority,
        ["Identity__Staff__Audience"] = "office",
        ["Identity__FirstAdministrator"] = Administrator,
    };
}

/// <summary>One office for all tests that need it, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedAzureOffice : ICollectionFixture<AzureOffice>
{
    public const string Name = "The Azure edition at work";
}
