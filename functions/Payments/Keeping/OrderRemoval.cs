using PublicAdmin.Payments.Orders;
using PublicAdmin.Payments.Refunds;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Keeping;

/// <summary>
/// Removes a payment order with its refunds: first from the lists that name it, itself last, so that what breaks off goes on by itself. While money of it is
/// still to go back it stays, whatever its term.
/// </summary>
public sealed class OrderRemoval(OrderStore orders, RefundStore refunds, ITables tables)
{
    private readonly ITable _table = tables[Tables.Payments];

    /// <param name="reference">Of the order.</param>
    /// <param name="mayGo">Asked with the order and the last day on which anything happened to its money.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(string reference, Func<PaymentOrder, DateOnly, Task<bool>> mayGo, CancellationToken ct)
    {
        if (await orders.FindAsync(reference, ct) is not { Order: var order } stored)
        {
            return;
        }

        var given = await refunds.OfOrderAsync(reference, ct);
        if (IsSettled(order, given) && await mayGo(order, LastDayOf(order, given)))
        {
            await RemoveAsync(stored, given, ct);
        }
    }

    private static bool IsSettled(PaymentOrder order, IReadOnlyList<StoredRefund> given) =>
        given.All(one => one.Refund.State is not (RefundState.Asked or RefundState.Ordered))
        && order.Excess.All(payment => given.Any(one => one.Refund.Transaction == payment.Transaction && one.Refund.State is RefundState.PaidBack));

    private static DateOnly LastDayOf(PaymentOrder order, IReadOnlyList<StoredRefund> given)
    {
        var moments = new[] { order.MadeAt, order.Payment?.At }.Concat((order.Unbooked ?? []).Select(payment => (DateTimeOffset?)payment.At))
            .Concat(given.SelectMany(one => new[] { one.Refund.AskedAt, one.Refund.DecidedAt, one.Refund.Payment?.At }));
        return DateOnly.FromDateTime(moments.OfType<DateTimeOffset>().Max().Here().DateTime);
    }

    private async Task RemoveAsync(StoredOrder stored, IReadOnlyList<StoredRefund> given, CancellationToken ct)
    {
        var order = stored.Order;
        foreach (var refund in given)
        {
            await refunds.RemoveAsync(refund.Refund, ct);
        }

        if (order.Payment is { } payment)
        {
            await _table.DropAsync(OrderStore.DayOf(DateOnly.FromDateTime(payment.At.Here().DateTime)), order.Reference, ct);
        }

        if (stored.AskAt is { } askAt)
        {
            await _table.DropAsync(OrderStore.Asking, $"{OrderStore.Ticks(askAt)}|{order.Reference}", ct);
        }

        await _table.DropAsync(OrderStore.ExcessOf(order.Office), order.Reference, ct);
        if (await _table.FindAsync(OrderStore.DossierOf(order.Code), OrderStore.Head, ct) is { } present
            && present.Text(OrderStore.Reference) == order.Reference)
        {
            await _table.DropAsync(present.Partition, present.Key, ct);
        }

        await _table.DropAsync(OrderStore.OrderOf(order.Reference), OrderStore.Head, ct);
    }
}
