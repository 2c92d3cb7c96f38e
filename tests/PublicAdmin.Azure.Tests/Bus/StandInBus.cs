using System.Security.Cryptography.X509Certificates;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure.Bus;

/// <summary>
/// Stands in for Service Bus: an AMQP 1.0 listener that speaks with Microsoft's own client as far as the office uses it. Its locks may be short, so that what
/// hangs on them takes seconds.
/// </summary>
internal sealed class StandInBus : ILinkProcessor, IDisposable
{
    public const ulong MaxMessageSize = 262_144;
    private const string Dead = "$deadletterqueue";
    private static readonly Symbol SessionFilter = new("com.microsoft:session-filter");
    private static readonly Symbol Timeout = new("com.microsoft:timeout");
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);
    private readonly BusWork _work = new();
    private readonly Dictionary<string, BusQueue> _queues = new(StringComparer.OrdinalIgnoreCase);
    private readonly IList<Address> _addresses;
    private readonly X509Certificate2? _certificate;
    private readonly Timer _timer;
    private ContainerHost _host;

    /// <param name="lockTime">Of every message and session.</param>
    /// <param name="certificate">Given, it also listens at 5671, where the client looks for a namespace that is named without a port.</param>
    public StandInBus(TimeSpan lockTime, X509Certificate2? certificate = null)
    {
        var port = Ports.Free(1)[0];
        Connection = $"Endpoint=sb://127.0.0.1:{port};SharedAccessKeyName=x;SharedAccessKey=x;UseDevelopmentEmulator=true";
        Address plain = new($"amqp://127.0.0.1:{port}");
        (_addresses, _certificate) = (certificate is null ? [plain] : [plain, new Address("amqps://127.0.0.1:5671")], certificate);
        foreach (var queue in Queues.All)
        {
            var dead = new BusQueue($"{queue.Name}/{Dead}", false, lockTime, int.MaxValue, null);
            Add(new BusQueue(queue.Name, queue.Sessions, lockTime, queue.MaxDeliveries, dead));
            Add(dead);
        }

        _host = Listen();
        _timer = new Timer(_ => Under(() => _queues.Values.ToList().ForEach(queue => queue.Pump())), null, Tick, Tick);
    }

    /// <summary>How many messages were sent to all queues, duplicates too.</summary>
    public int Sent => _work.Sent;

    /// <summary>A connection string for Microsoft's client.</summary>
    public string Connection { get; }

    /// <summary>Ids of what lies in a queue, due or not, locked or not.</summary>
    public IReadOnlyList<string> IdsIn(string queue)
    {
        lock (_work.Gate)
        {
            return [.. _queues[queue].Messages.Select(message => message.Id ?? "")];
        }
    }

    /// <summary>Whether something lies in a queue that may be handed out now: due, and nobody holds it or its session.</summary>
    public bool HasDue(string queue)
    {
        lock (_work.Gate)
        {
            return _queues[queue].HasDue;
        }
    }

    /// <summary>Ids of what is dead.</summary>
    public IReadOnlyList<string> DeadIn(string queue) => IdsIn($"{queue}/{Dead}");

    /// <summary>Nobody reaches the bus; what lies in it stays.</summary>
    public void Leave() => _host.Close();
    public void Return() => _host = Listen();

    public void Process(AttachContext attachContext)
    {
        var attach = attachContext.Attach;
        if (!_queues.TryGetValue(AddressOf(attach) ?? "", out var queue))
        {
            attachContext.Complete(new Error(ErrorCode.NotFound));
            return;
        }

        attach.MaxMessageSize = MaxMessageSize; // Without it the client believes that nothing may be sent.
        if (!attach.Role)
        {
            attachContext.Complete(new BusEntry(queue, _work), 500);
            return;
        }

        Receive(attachContext, queue);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _work.Dispose();
        _host.Close();
    }

    private void Receive(AttachContext context, BusQueue queue)
    {
        var filters = ((Source)context.Attach.Source).FilterSet;
        if (filters is not null && filters.TryGetValue(SessionFilter, out var wanted))
        {
            // The client must be answered before it gives up by itself: it would take the whole connection down.
            var patience = TimeSpan.FromMilliseconds(context.Attach.Properties?[Timeout] is uint given ? given * 0.4 : 60_000);
            Under(() => queue.Add(
                new BusWaiter(queue, context, (wanted as DescribedValue)?.Value as string ?? wanted as string, DateTime.UtcNow + patience, _work)));
            return;
        }

        if (queue.Sessions)
        {
            context.Complete(new Error(ErrorCode.NotAllowed) { Description = "An entity that requires sessions has no receiver without one." });
            return;
        }

        var receiver = new BusReceiver(queue, null, context.Link, _work);
        context.Complete(receiver, 0);
        Under(() => queue.Add(receiver));
    }

    private ContainerHost Listen()
    {
        var host = _certificate is null ? new ContainerHost(_addresses) : new ContainerHost(_addresses, _certificate);
        BusDoors.Open(host, _queues.Values, _work);
        host.AddressResolver = (_, attach) => AddressOf(attach);
        host.RegisterLinkProcessor(this);
        host.Open();
        return host;
    }

    private void Add(BusQueue queue) => _queues[queue.Name] = queue;

    private void Under(Action act)
    {
        lock (_work.Gate)
        {
            act();
        }
    }

    // Microsoft's client writes a leading slash.
    private static string? AddressOf(Attach attach) => (attach.Role ? (attach.Source as Source)?.Address : (attach.Target as Target)?.Address)?.TrimStart('/');
}
