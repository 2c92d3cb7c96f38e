using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission;

/// <summary>What a dossier costs, by the version of the procedure it pins, its channel and the day.</summary>
public static class FilingFees
{
    /// <summary>The account a dossier begins with.</summary>
    public static FeeAccount Of(FilingForm form, ProcedureVersion procedure, DateTimeOffset now, string by)
    {
        var items = ItemsOf(form.Fee ?? new FeeFactsForm(), procedure, form.Channel, DateOnly.FromDateTime(now.Here().DateTime));
        var account = FeeAccount.Empty.Assessed(items) with { AfterReturn = procedure.ReturnsUnpaid };
        return form.Paid is { } paid ? account.Received(new FeeReceipt(paid.Amount, paid.Receipt, now, by)) : account;
    }

    public static IReadOnlyList<FeeItem> ItemsOf(FeeFactsForm facts, ProcedureVersion procedure, Channel channel, DateOnly day)
    {
        var occasion = new FeeOccasion(channel, day, facts.Copies, facts.Pages, [.. facts.Cases ?? []]);
        return [.. FeeQuote.Of(procedure.Fees, occasion).Lines.Select(line => new FeeItem(line.Id, line.Name, line.Amount))];
    }

    public static Refusal? FirstBroken(FilingForm form, ProcedureVersion procedure, Caller caller, DateOnly today) => HttpQueries.First(
        form.Fee is { } facts ? FirstBroken("fee", facts, procedure) : null,
        caller.Kind is CallerKind.Citizen && (form.Paid is not null || form.Fee?.Cases is { Count: > 0 }) ? SubmissionRefusals.FeeNotYours.At("fee") : null,
        form.Paid is { } paid ? PaidBroken(paid, FeeAccount.Empty.Assessed(ItemsOf(form.Fee ?? new FeeFactsForm(), procedure, form.Channel, today))) : null);

    public static Refusal? FirstBroken(string field, FeeFactsForm facts, ProcedureVersion procedure) =>
        facts.Copies is < 1 or > QuoteFee.MostCopies ? FieldRefusals.NumberInvalid.At($"{field}.copies", "copies", 1, QuoteFee.MostCopies)
        : facts.Pages is < 1 or > QuoteFee.MostPages ? FieldRefusals.NumberInvalid.At($"{field}.pages", "pages", 1, QuoteFee.MostPages)
        : facts.Cases?.FirstOrDefault(id => !procedure.Fees.Any(fee => fee.Id == id && fee.When is not null)) is { } unknown
            ? SubmissionRefusals.FeeCaseUnknown.At($"{field}.cases", unknown)
        : null;

    private static Refusal? PaidBroken(FeePaidForm paid, FeeAccount owed) => PrintableText.Line("paid.receipt", paid.Receipt, 100)
        ?? (paid.Amount is < 0 or > MoneyDecisions.MostAmount ? FieldRefusals.NumberInvalid.At("paid.amount", "paid.amount", 0, MoneyDecisions.MostAmount)
            : owed.Total < paid.Amount ? FeeRefusals.MoreThanOwed.At("paid.amount", owed.Total)
            : null);
}
