using System.Globalization;
using System.Text.Json.Serialization;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>Payment stands beside the business state, never in it.</summary>
public enum PaymentState
{
    /// <summary>Không thu.</summary>
    Nothing,

    /// <summary>Chưa nộp, hoặc chưa nộp đủ.</summary>
    Due,

    /// <summary>Đã nộp đủ.</summary>
    Paid,
}

/// <summary>Một khoản phí, lệ phí hoặc nghĩa vụ tài chính.</summary>
/// <param name="Id">The fee of the procedure, or <see cref="DutyId"/>.</param>
/// <param name="Amount">Đồng; null while nobody has said how much, which is not the same as nothing.</param>
/// <param name="SettledBy">What proves that it was paid to another authority, such as the treasury; nothing is owed to the office then.</param>
public sealed record FeeItem(string Id, Text Name, long? Amount = null, string? SettledBy = null)
{
    public const string DutyId = "nghia-vu-tai-chinh";

    public static FeeItem Duty(long? amount) => new(DutyId, new("Nghĩa vụ tài chính", "Financial duty"), amount);
}

/// <summary>What a dossier costs by the rules pinned at filing, and what was paid.</summary>
public sealed record FeeAccount(IReadOnlyList<FeeItem> Items, IReadOnlyList<FeeReceipt> Receipts)
{
    public static FeeAccount Empty { get; } = new([], []);

    /// <summary>Null while it is open.</summary>
    public FeeClosure? Closure { get; init; }

    /// <summary>The procedure lets the result go before it is paid.</summary>
    public bool AfterReturn { get; init; }

    private IEnumerable<FeeItem> Owed => Items.Where(item => item.SettledBy is null);

    /// <summary>Đồng; null while an amount is not known.</summary>
    [JsonIgnore]
    public long? Total => Owed.Any(item => item.Amount is null) ? null : Owed.Sum(item => item.Amount);

    /// <summary>Đồng, less what went back.</summary>
    [JsonIgnore]
    public long Paid => Receipts.Where(receipt => receipt.Holds).Sum(receipt => receipt.Amount) - (Closure?.Refunded ?? 0);

    /// <summary>Đồng still to be paid; null while an amount is not known.</summary>
    [JsonIgnore]
    public long? Left => IsClosed ? 0 : Total is { } total ? Math.Max(0, total - Paid) : null;

    /// <summary>Đồng of the amounts that are known and not paid yet: what can be paid now, whatever is still to be said.</summary>
    [JsonIgnore]
    public long LeftKnown => IsClosed ? 0 : Math.Max(0, Owed.Sum(item => item.Amount ?? 0) - Paid);

    [JsonIgnore]
    internal Text LeftWords => Left is { } left
        ? new(string.Create(CultureInfo.InvariantCulture, $"{left:N0} đồng").Replace(',', '.'), string.Create(CultureInfo.InvariantCulture, $"{left:N0} VND"))
        : new("số tiền chưa xác định", "an amount nobody has said yet");

    /// <summary>Nothing is paid in any more.</summary>
    [JsonIgnore]
    public bool IsClosed => Closure is { Outcome: not FeeOutcome.Owed };

    [JsonIgnore]
    public PaymentState State => IsClosed ? Paid > 0 ? PaymentState.Paid : PaymentState.Nothing
        : Total is not { } total || Paid < total ? PaymentState.Due
        : total + Paid > 0 ? PaymentState.Paid : PaymentState.Nothing;

    /// <summary>Whether every financial duty is paid here or proven to be paid elsewhere.</summary>
    [JsonIgnore]
    public bool IsDutyMet => Owed.Where(item => item.Id == FeeItem.DutyId).Sum(item => item.Amount ?? long.MaxValue / 4) <= Paid;

    /// <summary>The same with its duties proven to be paid to another authority.</summary>
    public FeeAccount Settled(string proof) =>
        this with { Items = [.. Items.Select(item => item.Id == FeeItem.DutyId && item.SettledBy is null ? item with { SettledBy = proof } : item)] };

    /// <summary>The same with the procedure's fees set anew; duties stay.</summary>
    public FeeAccount Assessed(IReadOnlyList<FeeItem> items) =>
        this with { Items = [.. items.Where(item => item.Amount is not 0), .. Items.Where(item => item.Id == FeeItem.DutyId)] };

    /// <summary>The last of those that took a receipt's place; itself when none did. While that one holds, the money is there.</summary>
    public FeeReceipt PresentOf(FeeReceipt receipt) =>
        Receipts.FirstOrDefault(other => receipt.ReplacedBy is not null && other.Number == receipt.ReplacedBy) is { } next ? PresentOf(next) : receipt;

    /// <summary>The receipt by which the money came in, before any took its place.</summary>
    public FeeReceipt OriginOf(FeeReceipt receipt) =>
        Receipts.FirstOrDefault(other => other.ReplacedBy == receipt.Number) is { } before ? OriginOf(before) : receipt;

    internal FeeReceipt? ReplacementOf(ReceiptCancelled gone) => gone.ReplacedBy is { } number
        ? Receipts.First(receipt => receipt.Number == gone.Receipt) with { Number = number, At = gone.Stamp.At, By = gone.Stamp.By }
        : null;

    /// <summary>The same with a receipt that holds no longer, and the one for the same money that holds instead.</summary>
    public FeeAccount Cancelled(string number, string reason, FeeReceipt? replacement) => this with
    {
        Receipts =
        [
            .. Receipts.Select(receipt => receipt.Number == number ? receipt with { Cancelled = reason, ReplacedBy = replacement?.Number } : receipt),
            .. replacement is null ? Array.Empty<FeeReceipt>() : [replacement],
        ],
    };

    public FeeAccount Owing(FeeItem item) => this with { Items = [.. Items, item] };

    /// <summary>Nothing is owed for a dossier that was never taken on.</summary>
    public FeeAccount Waived() => this with { Items = [] };

    /// <summary>
    /// What nobody knew beforehand is what was charged: what is paid beyond the known amounts goes to the first unknown item, the others cost
    /// nothing. A receipt over 0 says that nothing was charged at all.
    /// </summary>
    public FeeAccount Received(FeeReceipt receipt)
    {
        var rest = Math.Max(0, Paid + receipt.Amount - Owed.Sum(item => item.Amount ?? 0));
        if (rest is 0 && receipt.Amount is not 0)
        {
            return this with { Receipts = [.. Receipts, receipt] };
        }

        var settled = new List<FeeItem>();
        foreach (var item in Items)
        {
            var isUnknown = item is { Amount: null, SettledBy: null };
            settled.Add(isUnknown ? item with { Amount = rest } : item);
            rest = isUnknown ? 0 : rest;
        }

        return this with { Items = settled, Receipts = [.. Receipts, receipt] };
    }
}
