using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Azure;

/// <summary>
/// The queues of a namespace as if a test had them to itself: ids and sessions get a mark that nobody else has, and what earlier tests left
/// behind is thrown away when it turns up. So nothing collides with duplicate detection either.
/// </summary>
internal sealed class OwnMessages(IQueueSender sender, IQueueReceiver receiver, IDeadLetters dead) : IQueueSender, IQueueReceiver, IDeadLetters
{
    private const int Everything = 1000;
    private readonly string _mark = $"{Guid.NewGuid():N}:"[..12] + ":";

    public Task SendAsync(QueueMessage message, CancellationToken ct)
    {
        QueueLimits.Check(message); // What must be refused for its length is not made longer first.
        return sender.SendAsync(message with { Id = _mark + message.Id, Session = message.Session is { } session ? _mark + session : null }, ct);
    }

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int limit, CancellationToken ct)
    {
        List<ReceivedMessage> own = [];
        while (own.Count < limit && await receiver.ReceiveAsync(queue, limit - own.Count, ct) is { Count: > 0 } page)
        {
            own.AddRange(
                page.Where(IsOwn).Select(message => message with { Id = Bare(message.Id), Session = message.Session is { } session ? Bare(session) : null }));
            await Task.WhenAll(page.Where(message => !IsOwn(message)).Select(message => ThrowAwayAsync(message, ct)));
        }

        return own;
    }

    private async Task ThrowAwayAsync(ReceivedMessage message, CancellationToken ct)
    {
        try
        {
            await receiver.CompleteAsync(message, ct);
        }
        catch (LockLostException)
        {
            // It turns up again, here or for another test.
        }
    }

    public Task CompleteAsync(ReceivedMessage message, CancellationToken ct) => receiver.CompleteAsync(message, ct);

    public Task AbandonAsync(ReceivedMessage message, CancellationToken ct) => receiver.AbandonAsync(message, ct);

    public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken ct) =>
        receiver.DeadLetterAsync(message, reason, description, ct);

    public Task<ReceivedMessage> RenewAsync(ReceivedMessage message, CancellationToken ct) => receiver.RenewAsync(message, ct);

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(string queue, long afterSequence, int limit, CancellationToken ct) =>
        [.. (await dead.ListAsync(queue, afterSequence, Everything, ct))
            .Where(letter => letter.Id.Contains(_mark, StringComparison.Ordinal))
            .Select(letter => letter with { Id = Bare(letter.Id), Session = letter.Session is { } session ? Bare(session) : null })
            .Take(limit)];

    // Each queue counts for itself: another test's letter may have the same number.
    public async Task<bool> ReplayAsync(string queue, long sequence, CancellationToken ct) =>
        (await ListAsync(queue, sequence - 1, 1, ct)).Any(letter => letter.Sequence == sequence) && await dead.ReplayAsync(queue, sequence, ct);

    private bool IsOwn(ReceivedMessage message) => message.Id.Contains(_mark, StringComparison.Ordinal);

    // A replayed message has something before the mark.
    private string Bare(string marked) => marked[(marked.IndexOf(_mark, StringComparison.Ordinal) + _mark.Length)..];
}
