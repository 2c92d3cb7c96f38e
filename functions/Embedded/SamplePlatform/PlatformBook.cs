using System.Collections.Concurrent;
using System.Globalization;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>What the invented platform knows: orders and what became of them. It forgets all when the office closes; no money is anywhere.</summary>
internal sealed class PlatformBook(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, HeldOrder> _orders = new();
    private readonly DateTimeOffset _since = clock.GetUtcNow();
    private int _transactions;

    public void Add(SampleOrder order) => _orders.TryAdd(order.MaThamChieu, new HeldOrder(order));

    /// <summary>Null for a reference it was never given.</summary>
    public HeldOrder? Find(string reference) => _orders.GetValueOrDefault(reference);

    public bool IsOver(HeldOrder held) => held.Notice is null && clock.GetUtcNow() > held.Order.HanThanhToan;

    /// <summary>The payer decides, once: whoever presses again, or the other button, gets what was decided.</summary>
    /// <returns>Null when nothing was decided in time.</returns>
    public SampleNotice? Decide(HeldOrder held, int state)
    {
        var order = held.Order;
        var transaction = string.Create(CultureInfo.InvariantCulture, $"MAU{Interlocked.Increment(ref _transactions):D8}");
        var notice = new SampleNotice(order.MaThamChieu, order.SoTien, transaction, clock.GetUtcNow(), state);
        return IsOver(held) ? null
            : held.Notice is null && _orders.TryUpdate(order.MaThamChieu, held with { Notice = notice }, held) ? notice
            : Find(order.MaThamChieu)?.Notice;
    }

    public SampleNotice StateOf(HeldOrder held) => held.Notice ?? new(held.Order.MaThamChieu, 0, "", clock.GetUtcNow(), SampleNotice.Pending);

    /// <summary>What was paid on a day; null when it was not open from that day's beginning and so cannot know.</summary>
    public IReadOnlyList<SampleNotice>? PaidOn(DateOnly day) => DateOnly.FromDateTime(_since.Here().DateTime) >= day ? null
        : [.. _orders.Values.Select(held => held.Notice).OfType<SampleNotice>()
            .Where(notice => notice.State is SampleNotice.Paid && DateOnly.FromDateTime(notice.At.Here().DateTime) == day)];
}
