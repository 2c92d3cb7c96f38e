using System.Collections.Concurrent;
using System.Globalization;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>What the invented platform knows: orders and what became of them, kept in the office's folder; no money is anywhere.</summary>
internal sealed class PlatformBook(PlatformJournal journal, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, HeldOrder> _orders =
        new(journal.Read().GroupBy(held => held.Order.MaThamChieu).Select(lines => KeyValuePair.Create(lines.Key, lines.Last())));
    private readonly DateTimeOffset _since = journal.BeginOr(clock.GetUtcNow());
    private readonly Lock _deciding = new();

    public void Add(SampleOrder order)
    {
        lock (_deciding)
        {
            if (_orders.TryAdd(order.MaThamChieu, new HeldOrder(order)))
            {
                journal.Write(new HeldOrder(order));
            }
        }
    }

    /// <summary>Null for a reference it was never given.</summary>
    public HeldOrder? Find(string reference) => _orders.GetValueOrDefault(reference);

    public bool IsOver(HeldOrder held) => held.Notice is null && clock.GetUtcNow() > held.Order.HanThanhToan;

    /// <summary>The payer decides, once: whoever presses again, or the other button, gets what was decided.</summary>
    /// <returns>Null when nothing was decided in time.</returns>
    public SampleNotice? Decide(string reference, int state)
    {
        lock (_deciding)
        {
            var held = _orders[reference];
            return held.Notice is not null || IsOver(held) ? held.Notice
                : Keep(held with { Notice = new SampleNotice(reference, held.Order.SoTien, NextTransaction(), clock.GetUtcNow(), state) });
        }
    }

    /// <summary>Pays back what was paid here, once for each reference; anything else fails.</summary>
    public SampleNotice Refund(SampleRefund asked)
    {
        lock (_deciding)
        {
            if (_orders.TryGetValue(asked.MaHoanTra, out var done))
            {
                return done.Notice!;
            }

            var paid = Find(asked.MaThamChieu)?.Notice is { State: SampleNotice.Paid } notice && notice.Transaction == asked.MaGiaoDich
                && asked.SoTien > 0 && asked.SoTien <= notice.Amount;
            var now = clock.GetUtcNow();
            var order = new SampleOrder(asked.MaHoanTra, asked.SoTien, "", now, "");
            return Keep(
                new HeldOrder(
                    order,
                    new SampleNotice(asked.MaHoanTra, asked.SoTien, NextTransaction(), now, paid ? SampleNotice.Paid : SampleNotice.Failed, IsRefund: true)));
        }
    }

    private SampleNotice Keep(HeldOrder held)
    {
        journal.Write(held);
        _orders[held.Order.MaThamChieu] = held;
        return held.Notice!;
    }

    private string NextTransaction() => string.Create(CultureInfo.InvariantCulture, $"MAU{_orders.Values.Count(one => one.Notice is not null) + 1:D8}");

    public SampleNotice StateOf(HeldOrder held) => held.Notice ?? new(held.Order.MaThamChieu, 0, "", clock.GetUtcNow(), SampleNotice.Pending);

    /// <summary>What was paid on a day; null when it was not open from that day's beginning and so cannot know.</summary>
    public IReadOnlyList<SampleNotice>? PaidOn(DateOnly day) => DateOnly.FromDateTime(_since.Here().DateTime) >= day ? null
        : [.. _orders.Values.Select(held => held.Notice).OfType<SampleNotice>()
            .Where(notice => notice.State is SampleNotice.Paid && DateOnly.FromDateTime(notice.At.Here().DateTime) == day)];
}
