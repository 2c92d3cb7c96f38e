namespace PublicAdmin.Dossiers;

/// <summary>Turns what happened to an account into its state.</summary>
internal static class MoneyHistory
{
    public static FeeAccount After(this FeeAccount fees, MoneyEvent e) => e switch
    {
        FeeRecorded fee => fees.Received(new FeeReceipt(fee.Amount, fee.Receipt, fee.Stamp.At, fee.Stamp.By, fee.Way, fee.Reference)),
        ReceiptCancelled gone => fees.Cancelled(gone.Receipt, gone.Reason, fees.ReplacementOf(gone)),
        FeesClosed closed => fees with { Closure = closed.Closure },
        FeeAssessed assessed => fees.Assessed(assessed.Items),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The account does not know this event."),
    };
}
