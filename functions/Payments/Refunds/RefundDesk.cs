using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Refunds;

/// <summary>
/// Money goes back through the platform: asked for by one person, approved by another, ordered once. What no account holds goes back whole; what was booked
/// goes back when the dossier's account was closed with a refund, and never more than that closure says.
/// </summary>
public sealed class RefundDesk(RefundStore refunds, OrderStore orders, DossierStore dossiers, RefundSending sending, TimeProvider clock)
{
    public Task<Result<Refund>> AskAsync(string reference, RefundForm form, Caller caller, CancellationToken ct) =>
        Contention.UntilWrittenAsync(() => AskOnceAsync(reference, form, caller, ct), ct);

    public async Task<Result<Refund>> DecideAsync(string reference, RefundDecisionForm form, Caller caller, CancellationToken ct)
    {
        var decided = await Contention.UntilWrittenAsync(() => DecideOnceAsync(reference, form, caller, ct), ct);
        return decided is { Refusal: null, Value.State: RefundState.Ordered } ? await sending.SendAsync(reference, form.Transaction, ct) : decided;
    }

    private async Task<Result<Refund>> AskOnceAsync(string reference, RefundForm form, Caller caller, CancellationToken ct)
    {
        if (await orders.FindAsync(reference, ct) is not { Order: var order } || !caller.Has(Role.Cashier, order.Office))
        {
            return PaymentRefusals.Unknown.With(reference);
        }

        var present = await refunds.FindAsync(reference, form.Transaction, ct);
        if (present is { Refund: { Counts: true } there })
        {
            return there.AskedBy == caller.Id && there.Amount == form.Amount ? there : PaymentRefusals.RefundThere.With(form.Transaction);
        }

        var claims = await refunds.ClaimsAsync(order.Code, ct); // Read before what they are held against.
        if (await ObjectionAsync(order, form, claims, ct) is { } objection)
        {
            return objection;
        }

        await refunds.ClaimAsync(claims, new(reference, form.Transaction, form.Amount, clock.Instant()), ct);
        return (await refunds.SaveAsync(await NewAsync(order, form, caller, ct), present?.Tag, ct)).Refund;
    }

    private async Task<Result<Refund>> DecideOnceAsync(string reference, RefundDecisionForm form, Caller caller, CancellationToken ct)
    {
        if (await refunds.FindAsync(reference, form.Transaction, ct) is not { Refund: var refund } stored
            || !(caller.Has(Role.Leader, refund.Office) || caller.Has(Role.Cashier, refund.Office)))
        {
            return PaymentRefusals.Unknown.With(reference);
        }

        if (refund.AskedBy == caller.Id)
        {
            return PaymentRefusals.OwnRefund.With(refund.Reference);
        }

        if (refund.State is not RefundState.Asked)
        {
            var same = refund.DecidedBy == caller.Id && form.Approve == (refund.State is not RefundState.Refused);
            return same ? refund : PaymentRefusals.RefundDecided.With(refund.Reference);
        }

        var state = form.Approve ? RefundState.Ordered : RefundState.Refused;
        var decided = refund with { State = state, DecidedBy = caller.Id, DecidedAt = clock.Instant(), Answer = form.Approve ? null : form.Reason };
        return (await refunds.SaveAsync(decided, stored.Tag, ct)).Refund;
    }

    // What no account holds goes back whole: a payment has one refund, and a part of it would leave the rest where nobody can reach it.
    private async Task<Refusal?> ObjectionAsync(PaymentOrder order, RefundForm form, RefundClaims claims, CancellationToken ct)
    {
        if (order.Excess.FirstOrDefault(one => one.Transaction == form.Transaction) is { } excess)
        {
            return form.Amount == excess.Amount ? null : PaymentRefusals.ExcessGoesWhole.At("amount", form.Transaction, excess.Amount);
        }

        var most = await MostAsync(order, form.Transaction, claims, ct);
        return form.Amount >= 1 && form.Amount <= most ? null
            : most is 0 ? PaymentRefusals.NothingToRefund.At("transaction", form.Transaction)
            : FieldRefusals.NumberInvalid.At("amount", "amount", 1, most);
    }

    // Of what was booked, what its closure gives back and nobody has asked for yet.
    private async Task<long> MostAsync(PaymentOrder order, string transaction, RefundClaims claims, CancellationToken ct)
    {
        if (order is not { State: OrderState.Paid, Payment: { } booked } || booked.Transaction != transaction
            || (await dossiers.FindAsync(order.Code, ct))?.Dossier.Fees.Closure is not { Outcome: FeeOutcome.Refunded } closure)
        {
            return 0;
        }

        return Math.Max(0, Math.Min(booked.Amount, closure.Refunded - await SpokenAsync(order, transaction, claims, ct)));
    }

    // Of the closure's sum: what went back as excess was never part of it. A claim whose refund is not written yet is another's, at this very moment.
    private async Task<long> SpokenAsync(PaymentOrder order, string transaction, RefundClaims claims, CancellationToken ct)
    {
        var written = await refunds.OfDossierAsync(order.Code, ct);
        var coming = claims.Since(clock.Instant()).Where(claim => (claim.Order, claim.Transaction) != (order.Reference, transaction)
            && !written.Any(refund => (refund.Order, refund.Transaction) == (claim.Order, claim.Transaction)));
        var spoken = 0L;
        foreach (var (reference, paid, amount) in written.Where(refund => refund.Counts).Select(refund => (refund.Order, refund.Transaction, refund.Amount))
            .Concat(coming.Select(claim => (claim.Order, claim.Transaction, claim.Amount))))
        {
            spoken += await orders.FindAsync(reference, ct) is { Order: { State: OrderState.Paid } other } && other.Payment!.Transaction == paid ? amount : 0;
        }

        return spoken;
    }

    private async Task<Refund> NewAsync(PaymentOrder order, RefundForm form, Caller caller, CancellationToken ct)
    {
        var now = clock.Instant();
        var own = PaymentReference.Of(order.Office, now.Here().Year, await orders.SerialAsync(order.Office, now.Here().Year, ct));
        return new Refund(own, order.Reference, form.Transaction, order.Code, order.Office, form.Amount, form.Reason, caller.Id, now, RefundState.Asked);
    }
}
