namespace PublicAdmin.Payments.Cash;

/// <summary>What a collector counted when a day was closed.</summary>
/// <param name="Counted">Đồng.</param>
/// <param name="Booked">Đồng by the receipts that hold.</param>
public sealed record CashClosing(long Counted, long Booked, int Receipts, string? Reason, DateTimeOffset At)
{
    public long Difference => Counted - Booked;
}
