using System.Text.Json.Serialization;

namespace PublicAdmin.Dossiers;

/// <summary>How money came in.</summary>
public enum PaymentWay
{
    /// <summary>Tiền mặt tại quầy.</summary>
    Cash,

    /// <summary>Trực tuyến, confirmed by the payment platform.</summary>
    Online,
}

/// <summary>Biên lai.</summary>
/// <param name="Amount">Đồng.</param>
/// <param name="Number">Number and symbol.</param>
/// <param name="By">Directory id of the collector; staff only, null for receipts booked before it was kept.</param>
/// <param name="Way">Null for a receipt of another book, typed in.</param>
/// <param name="Reference">The payment order it was paid by; null for none.</param>
public sealed record FeeReceipt(long Amount, string Number, DateTimeOffset At, string? By = null, PaymentWay? Way = null, string? Reference = null)
{
    /// <summary>Why it holds no longer; null while it does.</summary>
    public string? Cancelled { get; init; }

    /// <summary>The receipt for the same money that holds instead; null for none.</summary>
    public string? ReplacedBy { get; init; }

    [JsonIgnore]
    public bool Holds => Cancelled is null;
}
