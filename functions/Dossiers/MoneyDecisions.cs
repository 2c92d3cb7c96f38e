using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What may follow where money is concerned: fees, financial duties and how an account ends.</summary>
public static class MoneyDecisions
{
    /// <summary>The most one entry may say, in đồng: a hundred billion, beyond which a figure is a slip of the hand.</summary>
    public const long MostAmount = 100_000_000_000;

    /// <param name="dossier">At work.</param>
    /// <param name="reason">Shown to the citizen.</param>
    /// <param name="ground">The rule the duty rests on.</param>
    /// <param name="amount">Đồng; null when another authority sets it.</param>
    /// <param name="stamp">When and by whom.</param>
    /// <param name="payee">Where it is paid.</param>
    /// <param name="payBy">The last day to pay.</param>
    public static Result<DossierEvent> Suspend(
        this Dossier dossier, string reason, string ground, long? amount, Stamp stamp, string? payee = null, DateOnly? payBy = null) => dossier.When(
        Act.Suspend,
        stamp,
        () => new Suspended(new Pause(PauseKind.FinancialDuty, PausePolicy.Pause, stamp.At.ToMinute(), null, reason, ground), amount, stamp, payee, payBy));

    /// <param name="dossier">Waiting for a duty.</param>
    /// <param name="reason">Shown to the citizen; may be left out.</param>
    /// <param name="proof">What proves that it was paid to another authority; null when it was paid here.</param>
    /// <param name="deadline">As it is after the pause.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> Resume(this Dossier dossier, string? reason, string? proof, Deadline deadline, Stamp stamp) => dossier.When(
        Act.Resume,
        stamp,
        () => new Resumed(reason, deadline, stamp, proof),
        () => proof is null && !dossier.Fees.IsDutyMet ? FeeRefusals.DutyUnproven.At("proof", dossier.Code) : null);

    public static Result<DossierEvent> AssessFee(this Dossier dossier, IReadOnlyList<FeeItem> items, Stamp stamp) =>
        dossier.When(Act.AssessFee, stamp, () => new FeeAssessed(items, stamp));

    /// <param name="dossier">With something left to pay, ended or not.</param>
    /// <param name="amount">Đồng: at most what is left; 0 only where nobody knew the amount and nothing is charged.</param>
    /// <param name="receipt">Number and symbol, once in the office.</param>
    /// <param name="stamp">When and by whom.</param>
    /// <param name="way">Null for a receipt of another book.</param>
    /// <param name="reference">The payment order it was paid by.</param>
    public static Result<DossierEvent> RecordFee(
        this Dossier dossier, long amount, string receipt, Stamp stamp, PaymentWay? way = null, string? reference = null) => dossier.When(
        Act.RecordFee, stamp, () => new FeeRecorded(amount, receipt, stamp, way, reference),
        () => AmountBroken(dossier.Fees, amount) ?? ReceiptBroken(dossier, receipt));

    /// <param name="dossier">With a receipt of this office's book.</param>
    /// <param name="receipt">Its number; it holds, and is neither cancelled nor replaced a second time.</param>
    /// <param name="reason">The citizen reads it.</param>
    /// <param name="replacement">The number of the receipt for the same money; null when the money was never there, which only cash can be.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> CancelReceipt(this Dossier dossier, string receipt, string reason, string? replacement, Stamp stamp) => dossier.When(
        Act.CancelReceipt, stamp, () => new ReceiptCancelled(receipt, reason, stamp, replacement), () => CancelBroken(dossier, receipt, replacement));

    private static Refusal? CancelBroken(
        Dossier dossier, string number, string? replacement) => dossier.Fees.Receipts.FirstOrDefault(receipt => receipt.Number == number) switch
        {
            null or { Way: null } => FeeRefusals.ReceiptUnknown.At("receipt", number, dossier.Code),
            { Holds: false } => FeeRefusals.ReceiptGone.At("receipt", number),
            { Way: PaymentWay.Online } when replacement is null => FeeRefusals.OnlineStays.At("receipt", number),
            _ when replacement is null && dossier.Fees.Closure is not null => FeeRefusals.NothingToClose.With(dossier.Code),
            _ => null,
        };

    /// <param name="dossier">Ended, its account open.</param>
    /// <param name="outcome">What becomes of it.</param>
    /// <param name="ground">The rule or decision it rests on.</param>
    /// <param name="refund">Đồng that go back.</param>
    /// <param name="stamp">When and by whom: not by whoever took the money that goes back.</param>
    public static Result<DossierEvent> CloseFees(this Dossier dossier, FeeOutcome outcome, string ground, long refund, Stamp stamp) => dossier.When(
        Act.CloseFees, stamp, () => new FeesClosed(new FeeClosure(outcome, ground, refund, stamp.At, stamp.By), stamp),
        () => ClosureBroken(dossier, outcome, refund, stamp));

    private static Refusal? AmountBroken(FeeAccount fees, long amount) => fees.Left switch
    {
        { } left when amount > left => FeeRefusals.MoreThanOwed.At("amount", left),
        { } when amount < 1 => FieldRefusals.NumberInvalid.At("amount", "amount", 1, fees.Left),
        null when amount is < 0 or > MostAmount => FieldRefusals.NumberInvalid.At("amount", "amount", 0, MostAmount),
        _ => null,
    };

    private static Refusal? ReceiptBroken(Dossier dossier, string receipt) =>
        dossier.Fees.Receipts.Any(booked => string.Equals(booked.Number.Trim(), receipt.Trim(), StringComparison.OrdinalIgnoreCase))
            ? FeeRefusals.ReceiptTaken.At("receipt", receipt, dossier.Code) : null;

    private static Refusal? ClosureBroken(Dossier dossier, FeeOutcome outcome, long refund, Stamp stamp)
    {
        var fees = dossier.Fees;
        return outcome switch
        {
            FeeOutcome.Refunded when refund < 1 || refund > fees.Paid => FieldRefusals.NumberInvalid.At("refund", "refund", 1, fees.Paid),
            FeeOutcome.Refunded when fees.Receipts.Any(receipt => receipt.By == stamp.By) => FeeRefusals.CollectorRefunds.With(dossier.Code),
            FeeOutcome.Waived or FeeOutcome.Owed when refund is not 0 => FieldRefusals.NumberInvalid.At("refund", "refund", 0, 0),
            FeeOutcome.Waived or FeeOutcome.Owed when fees.State is not PaymentState.Due => FeeRefusals.NothingToClose.With(dossier.Code),
            _ => null,
        };
    }
}
