using System.Globalization;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;

namespace PublicAdmin.Tests.Azure.Bus;

/// <summary>The management node of a queue: peeking, renewals and settlements that do not go over the receiver's own link.</summary>
internal sealed class BusManagement(BusQueue queue, BusWork work) : IRequestProcessor
{
    private const int Ok = 200;
    private const int Nothing = 204;
    private const int Gone = 410;

    public int Credit => 100;

    public void Process(RequestContext requestContext)
    {
        var request = requestContext.Message;
        var map = request.BodySection is AmqpValue { Value: Map body } ? body : [];
        Message answer;
        lock (work.Gate)
        {
            answer = request.ApplicationProperties["operation"]?.ToString() switch
            {
                "com.microsoft:peek-message" => Peek(map),
                "com.microsoft:renew-lock" => Renew((Guid[])map["lock-tokens"]),
                "com.microsoft:renew-session-lock" => RenewSession((string)map["session-id"]),
                "com.microsoft:update-disposition" => Settle(map),
                _ => Answer(501, "amqp:not-implemented"),
            };
        }

        requestContext.Complete(answer);
    }

    private Message Peek(Map asked)
    {
        var from = Convert.ToInt64(asked["from-sequence-number"], CultureInfo.InvariantCulture);
        var count = Convert.ToInt32(asked["message-count"], CultureInfo.InvariantCulture);
        var found = queue.Messages.Where(message => message.Sequence >= from).OrderBy(message => message.Sequence).Take(count).ToList();
        if (found.Count == 0)
        {
            return Answer(Nothing);
        }

        var list = new List();
        foreach (var message in found)
        {
            var bytes = message.ToSend().Encode();
            list.Add(new Map { ["message"] = bytes.Buffer.AsSpan(bytes.Offset, bytes.Length).ToArray() });
        }

        return Answer(Ok, body: new Map { ["messages"] = list });
    }

    private Message Renew(Guid[] tokens)
    {
        var ends = tokens.Select(queue.Renew).ToList();
        return ends.Contains(null) ? LockLost() : Answer(Ok, body: new Map { ["expirations"] = ends.Select(end => end!.Value).ToArray() });
    }

    private Message RenewSession(string session) =>
        queue.RenewSession(session) is { } until ? Answer(Ok, body: new Map { ["expiration"] = until }) : Answer(Gone, "com.microsoft:session-lock-lost");

    private Message Settle(Map asked)
    {
        var how = (string)asked["disposition-status"] switch
        {
            "completed" => BusSettlement.Completed,
            "suspended" => BusSettlement.DeadLettered,
            _ => BusSettlement.Abandoned,
        };
        return ((Guid[])asked["lock-tokens"]).All(token => queue.Settle(token, how, Text(asked, "deadletter-reason"), Text(asked, "deadletter-description")))
            ? Answer(Ok) : LockLost();
    }

    private static string? Text(Map map, string name) => map.TryGetValue(name, out var value) ? value as string : null;

    private static Message LockLost() => Answer(Gone, "com.microsoft:message-lock-lost");

    private static Message Answer(int status, string? condition = null, Map? body = null)
    {
        var answer = new Message
        {
            BodySection = new AmqpValue { Value = body ?? [] },
            ApplicationProperties = new ApplicationProperties { ["statusCode"] = status, ["statusDescription"] = condition ?? "OK" },
        };
        if (condition is not null)
        {
            answer.ApplicationProperties["errorCondition"] = new Symbol(condition);
        }

        return answer;
    }
}

/// <summary>Takes every token.</summary>
internal sealed class BusTokens : IRequestProcessor
{
    public int Credit => 100;

    public void Process(RequestContext requestContext) => requestContext.Complete(new Message
    {
        BodySection = new AmqpValue { Value = new Map() },
        ApplicationProperties = new ApplicationProperties { ["status-code"] = 200, ["status-description"] = "OK" },
    });
}
