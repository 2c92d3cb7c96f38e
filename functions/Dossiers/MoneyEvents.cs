namespace PublicAdmin.Dossiers;

/// <summary>Something that happened to the account of a dossier and to nothing else.</summary>
public abstract record MoneyEvent(Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Thu phí, lệ phí.</summary>
/// <param name="Amount">Đồng.</param>
/// <param name="Receipt">Number and symbol of the receipt.</param>
/// <param name="Way">Null for a receipt of another book, typed in.</param>
/// <param name="Reference">The payment order it was paid by; null for none.</param>
public sealed record FeeRecorded(long Amount, string Receipt, Stamp Stamp, PaymentWay? Way = null, string? Reference = null) : MoneyEvent(Stamp);

/// <summary>Hủy hoặc thay biên lai: a receipt of ours holds no longer; with a replacement the money stays booked.</summary>
/// <param name="ReplacedBy">The number of the new one; null when the money was never there.</param>
public sealed record ReceiptCancelled(string Receipt, string Reason, Stamp Stamp, string? ReplacedBy = null) : MoneyEvent(Stamp);

/// <summary>Xác định lại phí, lệ phí: copies, pages or a conditional fee that filing could not know.</summary>
public sealed record FeeAssessed(IReadOnlyList<FeeItem> Items, Stamp Stamp) : MoneyEvent(Stamp);

/// <summary>Quyết toán khoản thu of an ended dossier.</summary>
public sealed record FeesClosed(FeeClosure Closure, Stamp Stamp) : MoneyEvent(Stamp);
