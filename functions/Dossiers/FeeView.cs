using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What a dossier costs, as its readers see it.</summary>
/// <param name="State">nothing, due or paid.</param>
/// <param name="Total">Đồng; null while an amount is not known.</param>
/// <param name="Left">Đồng still to be paid; null while an amount is not known.</param>
/// <param name="Closure">How the account of an ended dossier was closed; null while it is open.</param>
public sealed record FeeView(
    PaymentState State, long? Total, long Paid, long? Left, IReadOnlyList<FeeItem> Items, IReadOnlyList<FeeReceipt> Receipts, FeeClosureView? Closure = null)
{
    public static FeeView Of(FeeAccount fees) =>
        new(fees.State, fees.Total, fees.Paid, fees.Left, fees.Items, [.. fees.Receipts.Select(receipt => receipt with { At = receipt.At.Here(), By = null })],
            FeeClosureView.Of(fees.Closure));
}

/// <summary>How an account was closed, without who did it.</summary>
public sealed record FeeClosureView(FeeOutcome Outcome, string Ground, long Refunded, DateTimeOffset At)
{
    internal static FeeClosureView? Of(FeeClosure? closure) =>
        closure is null ? null : new(closure.Outcome, closure.Ground, closure.Refunded, closure.At.Here());
}
