using Amqp;
using Amqp.Framing;
using Amqp.Handler;
using Amqp.Listener;
using Amqp.Types;

namespace PublicAdmin.Tests.Azure.Bus;

/// <summary>The link of a sender.</summary>
internal sealed class BusEntry(BusQueue queue, BusWork work) : LinkEndpoint
{
    private const uint BatchFormat = 0x80013700;

    public override void OnMessage(MessageContext context)
    {
        if (context.Message.Format is not (0 or BatchFormat))
        {
            context.Complete(new Error(ErrorCode.NotImplemented));
            return;
        }

        work.Take(queue, context.Message);
        context.Complete();
    }

    public override void OnFlow(FlowContext flowContext)
    {
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
    }
}

/// <summary>The link of a receiver, of a whole queue or of one session.</summary>
internal sealed class BusReceiver(BusQueue queue, string? session, ListenerLink link, BusWork work) : LinkEndpoint
{
    public string? Session => session;

    /// <summary>How many messages it still wants.</summary>
    public int Credit { get; private set; }

    public void Send(BusMessage message)
    {
        Credit--;
        var (tag, copy) = (message.Lock.ToByteArray(), message.ToSend());
        work.Send(() =>
        {
            LockTokens.Next = tag;
            link.SendMessage(copy);
            LockTokens.Next = null;
        });
    }

    public override void OnFlow(FlowContext flowContext)
    {
        lock (work.Gate)
        {
            Credit += Math.Max(flowContext.Messages, 0);
            queue.Pump();
            if (link.IsDraining)
            {
                Credit = 0;
                work.Send(link.CompleteDrain);
            }
        }
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        var rejected = (dispositionContext.DeliveryState as Rejected)?.Error?.Info;
        var how = dispositionContext.DeliveryState switch
        {
            Accepted => BusSettlement.Completed,
            Rejected => BusSettlement.DeadLettered,
            Released => BusSettlement.Released,
            _ => BusSettlement.Abandoned,
        };
        bool held;
        lock (work.Gate)
        {
            held = queue.Settle(
                new Guid(dispositionContext.Message.DeliveryTag), how, Text(rejected, "DeadLetterReason"), Text(rejected, "DeadLetterErrorDescription"));
        }

        if (held)
        {
            dispositionContext.Complete();
        }
        else
        {
            dispositionContext.Complete(new Error(new Symbol(queue.Sessions ? "com.microsoft:session-lock-lost" : "com.microsoft:message-lock-lost")));
        }
    }

    public override void OnLinkClosed(ListenerLink link, Error error)
    {
        lock (work.Gate)
        {
            queue.Remove(this);
        }
    }

    private static string? Text(Fields? fields, string name) => fields?[new Symbol(name)] as string;
}

/// <summary>A client that waits for a session.</summary>
/// <param name="Wanted">The session it wants; null for the next one.</param>
internal sealed record BusWaiter(BusQueue Queue, AttachContext Context, string? Wanted, DateTime Until, BusWork Work)
{
    /// <summary>The answer names the session and the end of its lock.</summary>
    public BusReceiver Accept(string session, DateTime until)
    {
        var receiver = new BusReceiver(Queue, session, Context.Link, Work);
        var filter = ((Source)Context.Attach.Source).FilterSet;
        filter.Keys.ToList().ForEach(key => filter[key] = session);
        Context.Attach.Properties = new Fields { [new Symbol("com.microsoft:locked-until-utc")] = until.Ticks };
        Context.Attach.MaxMessageSize = StandInBus.MaxMessageSize;
        Work.Send(() => Context.Complete(receiver, 0));
        return receiver;
    }

    public void Refuse() => Work.Send(() => Context.Complete(new Error(new Symbol("com.microsoft:timeout")) { Description = "No session." }));
}

/// <summary>A lock token travels as the tag of its delivery, which the library lets a protocol handler set.</summary>
internal sealed class LockTokens : IHandler
{
    [ThreadStatic]
    private static byte[]? next;

    public static byte[]? Next
    {
        set => next = value;
    }

    public bool CanHandle(EventId id) => id is EventId.SendDelivery;

    public void Handle(Event protocolEvent)
    {
        if (next is { } tag && protocolEvent.Context is IDelivery delivery)
        {
            delivery.Tag = tag;
        }
    }
}
