using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace PublicAdmin.Tests.Azure.Bus;

/// <summary>A message in a queue of the stand-in bus: what was sent, and what the broker notes beside it.</summary>
/// <param name="Sequence">Its number in the queue, from 1.</param>
/// <param name="Content">As it was sent.</param>
/// <param name="DueAt">Nobody gets it before.</param>
internal sealed record BusMessage(long Sequence, Message Content, DateTime DueAt)
{
    public string? Id => Content.Properties?.GetMessageId()?.ToString();

    public string? Session => Content.Properties?.GroupId;

    /// <summary>Deliveries that ended without a settlement.</summary>
    public int Deliveries { get; set; }

    /// <summary>Who has it under a lock; null when it is free.</summary>
    public BusReceiver? Holder { get; set; }

    public Guid Lock { get; set; }

    public DateTime LockedUntil { get; set; }

    /// <summary>As it goes over the line, with the broker's notes.</summary>
    public Message ToSend()
    {
        var copy = Message.Decode(Content.Encode());
        copy.MessageAnnotations ??= new MessageAnnotations();
        copy.MessageAnnotations[new Symbol("x-opt-sequence-number")] = Sequence;
        copy.MessageAnnotations[new Symbol("x-opt-enqueued-time")] = DueAt;
        copy.MessageAnnotations[new Symbol("x-opt-locked-until")] = LockedUntil;
        copy.Header = new Header { DeliveryCount = (uint)Deliveries };
        return copy;
    }

    /// <summary>The same message for the dead letters, with why it is there.</summary>
    public Message ToBury(string? reason, string? description)
    {
        var copy = Message.Decode(Content.Encode());
        copy.ApplicationProperties ??= new ApplicationProperties();
        copy.ApplicationProperties["DeadLetterReason"] = reason ?? "";
        copy.ApplicationProperties["DeadLetterErrorDescription"] = description ?? "";
        return copy;
    }
}

/// <summary>How a delivery ends.</summary>
internal enum BusSettlement
{
    Completed,

    /// <summary>Given back; counts as a delivery.</summary>
    Abandoned,

    /// <summary>Given back unseen: it came after its receiver had stopped waiting.</summary>
    Released,

    DeadLettered,
}
