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
public sealed record FeeItem(string Id, Text Name, long? Amount = null)
{
    public const string DutyId = "nghia-vu-tai-chinh";

    public static FeeItem Duty(long? amount) => new(DutyId, new("Nghĩa vụ tài chính", "Financial duty"), amount);
}

/// <summary>Biên lai.</summary>
/// <param name="Amount">Đồng.</param>
/// <param name="Number">Number and symbol.</param>
public sealed record FeeReceipt(long Amount, string Number, DateTimeOffset At);

/// <summary>What a dossier costs by the rules pinned at filing, and what was paid.</summary>
public sealed record FeeAccount(IReadOnlyList<FeeItem> Items, IReadOnlyList<FeeReceipt> Receipts)
{
    public static FeeAccount Empty { get; } = new([], []);

    /// <summary>Đồng; null while an amount is not known.</summary>
    [JsonIgnore]
    public long? Total => Items.Any(item => item.Amount is null) ? null : Items.Sum(item => item.Amount);

    [JsonIgnore]
    public long Paid => Receipts.Sum(receipt => receipt.Amount);

    [JsonIgnore]
    public PaymentState State => Total is not { } total || Paid < total ? PaymentState.Due : total + Paid > 0 ? PaymentState.Paid : PaymentState.Nothing;

    /// <summary>The same with the procedure's fees set anew; duties stay.</summary>
    public FeeAccount Assessed(IReadOnlyList<FeeItem> items) => this with { Items = [.. items.Where(item => item.Amount is not 0), .. Items.Where(item => item.Id == FeeItem.DutyId)] };

    public FeeAccount Owing(FeeItem item) => this with { Items = [.. Items, item] };

    /// <summary>Nothing is owed for a dossier that was never taken on.</summary>
    public FeeAccount Waived() => this with { Items = [] };

    /// <summary>
    /// What nobody knew beforehand is what was charged: what is paid beyond the known amounts goes to the first unknown item, the others cost
    /// nothing. A receipt over 0 says that nothing was charged at all.
    /// </summary>
    public FeeAccount Received(FeeReceipt receipt)
    {
        var rest = Math.Max(0, Paid + receipt.Amount - Items.Sum(item => item.Amount ?? 0));
        if (rest is 0 && receipt.Amount is not 0)
        {
            return this with { Receipts = [.. Receipts, receipt] };
        }

        var settled = new List<FeeItem>();
        foreach (var item in Items)
        {
            settled.Add(item.Amount is null ? item with { Amount = rest } : item);
            rest = item.Amount is null ? 0 : rest;
        }

        return new(settled, [.. Receipts, receipt]);
    }
}
