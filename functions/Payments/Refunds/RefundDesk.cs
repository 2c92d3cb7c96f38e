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
    public async Task<Result<Refund>> AskAsync(string reference, RefundForm form, Caller caller, CancellationToken ct)
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

        if (await MostAsync(order, form.Transaction, ct) is var most && (form.Amount < 1 || form.Amount > most))
        {
            return most is 0
                ? PaymentRefusals.NothingToRefund.At("transaction", form.Transaction) : FieldRefusals.NumberInvalid.At("amount", "amount", 1, most);
        }

        return await WriteAsync(await NewAsync(order, form, caller, ct), present?.Tag, ct);
    }

    public async Task<Result<Refund>> DecideAsync(string reference, RefundDecisionForm form, Caller caller, CancellationToken ct)
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
        var decided = await WriteAsync(
            refund with { State = state, DecidedBy = caller.Id, DecidedAt = clock.Instant(), Answer = form.Approve ? null : form.Reason }, stored.Tag, ct);
        return form.Approve && decided.Refusal is null ? await sending.SendAsync(reference, form.Transaction, ct) : decided;
    }

    // The whole of what no account holds; of what was booked, what its closure gives back and nobody has asked for yet.
    private async Task<long> MostAsync(PaymentOrder order, string transaction, CancellationToken ct)
    {
        if (order.Excess.FirstOrDefault(one => one.Transaction == transaction) is { } excess)
        {
            return excess.Amount;
        }

        if (order is not { State: OrderState.Paid, Payment: { } booked } || booked.Transaction != transaction
            || (await dossiers.FindAsync(order.Code, ct))?.Dossier.Fees.Closure is not { Outcome: FeeOutcome.Refunded } closure)
        {
            return 0;
        }

        return Math.Max(0, Math.Min(booked.Amount, closure.Refunded - await SpokenAsync(order.Code, ct)));
    }

    // Of the closure's sum: what went back as excess was never part of it.
    private async Task<long> SpokenAsync(DossierCode code, CancellationToken ct)
    {
        var spoken = 0L;
        foreach (var other in (await refunds.OfDossierAsync(code, ct)).Where(other => other.Counts))
        {
            var paid = await orders.FindAsync(other.Order, ct);
            spoken += paid is { Order.State: OrderState.Paid } && paid.Order.Payment!.Transaction == other.Transaction ? other.Amount : 0;
        }

        return spoken;
    }

    private async Task<Refund> NewAsync(PaymentOrder order, RefundForm form, Caller caller, CancellationToken ct)
    {
        var now = clock.Instant();
        var own = PaymentReference.Of(order.Office, now.Here().Year, await orders.SerialAsync(order.Office, now.Here().Year, ct));
        return new Refund(own, order.Reference, form.Transaction, order.Code, order.Office, form.Amount, form.Reason, caller.Id, now, RefundState.Asked);
    }

    private async Task<Result<Refund>> WriteAsync(Refund refund, string? tag, CancellationToken ct)
    {
        try
        {
            return (await refunds.SaveAsync(refund, tag, ct)).Refund;
        }
        catch (StaleRowException)
        {
            return PaymentRefusals.RefundThere.With(refund.Transaction);
        }
    }
}
