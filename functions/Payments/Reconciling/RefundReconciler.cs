using PublicAdmin.Payments.Gateway;
using PublicAdmin.Payments.Refunds;

namespace PublicAdmin.Payments.Reconciling;

/// <summary>Holds the refunds of a day against the platform's file: what it paid back and had not told of is settled by it.</summary>
public sealed class RefundReconciler(RefundStore refunds, RefundSending sending)
{
    public async Task<IReadOnlyList<Difference>> RunAsync(DateOnly day, IReadOnlyList<SettledLine> file, CancellationToken ct)
    {
        var repaired = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in file)
        {
            if (await refunds.NamedAsync(line.Reference, ct) is { Refund.State: RefundState.Ordered }
                && await sending.SettleAsync(line.Reference, new PlatformAnswer(PlatformState.Paid, line.Payment), ct) is { State: RefundState.PaidBack })
            {
                repaired.Add(line.Reference);
            }
        }

        var ours = (await refunds.PaidBackOnAsync(day, ct)).ToDictionary(refund => refund.Reference);
        var theirs = file.ToLookup(line => line.Reference);
        foreach (var refund in ours.Values.Where(refund => AmountOf(theirs, refund.Reference) == refund.Amount && refund.Reconciled != day))
        {
            var stored = await refunds.NamedAsync(refund.Reference, ct);
            await refunds.SaveAsync(refund with { Reconciled = day }, stored!.Tag, ct);
        }

        return
        [
            .. ours.Keys.Union(theirs.Select(lines => lines.Key)).Order(StringComparer.Ordinal)
                .Select(reference => Of(reference, ours.GetValueOrDefault(reference)?.Amount, AmountOf(theirs, reference), repaired.Contains(reference)))
                .OfType<Difference>(),
        ];
    }

    private static Difference? Of(string reference, long? ours, long? theirs, bool repaired) =>
        repaired ? new Difference(DifferenceKind.OnlyTheirs, reference, ours, theirs, Repaired: true, Refund: true)
        : ours == theirs ? null
        : new Difference(
            ours is null ? DifferenceKind.OnlyTheirs : theirs is null ? DifferenceKind.OnlyOurs : DifferenceKind.AmountDiffers, reference, ours, theirs,
            Refund: true);

    private static long? AmountOf(ILookup<string, SettledLine> file, string reference) =>
        file.Contains(reference) ? file[reference].Sum(line => line.Payment.Amount) : null;
}
