using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What a dossier costs, as its readers see it.</summary>
/// <param name="State">nothing, due or paid.</param>
/// <param name="Total">Đồng; null while an amount is not known.</param>
/// <param name="Left">Đồng still to be paid; null while an amount is not known.</param>
public sealed record FeeView(PaymentState State, long? Total, long Paid, long? Left, IReadOnlyList<FeeItem> Items, IReadOnlyList<FeeReceipt> Receipts)
{
    public static FeeView Of(FeeAccount fees) =>
        new(fees.State, fees.Total, fees.Paid, fees.Total is { } total ? Math.Max(0, total - fees.Paid) : null, fees.Items,
            [.. fees.Receipts.Select(receipt => receipt with { At = receipt.At.Here() })]);
}
