using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/suspension: a financial duty (nghĩa vụ tài chính) is to be met first; the citizen is told how much, to whom and until when,
/// and the clock stands still. Only where the procedure has such a duty.
/// </summary>
public sealed class SuspendDossier(ProcessingDesk desk, DossierTerms terms)
{
    [Function(nameof(SuspendDossier)), AllowedTo(Role.Officer, Role.Leader), Accepts(typeof(SuspensionForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(DeadlineRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/suspension")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<SuspensionForm>(request, code, Act.Suspend, Decide, ct);

    private Result<DossierEvent> Decide(SuspensionForm form, Dossier dossier, Stamp stamp) =>
        (form.FirstBroken() ?? terms.Objection(dossier, Act.Suspend, stamp)) is { } refusal
            ? refusal
            : dossier.Suspend(form.Reason, form.Ground, form.Amount, stamp, form.Payee, form.PayBy);
}

/// <param name="Ground">The rule the duty rests on.</param>
/// <param name="Amount">Đồng; absent when another authority sets it.</param>
/// <param name="Payee">Where it is paid: authority and account, at most 300 characters.</param>
/// <param name="PayBy">The last day to pay, when there is one.</param>
public sealed record SuspensionForm(string Reason, string Ground, long? Amount = null, string? Payee = null, DateOnly? PayBy = null)
{
    public Refusal? FirstBroken() => PrintableText.Text("reason", Reason, 1_000) ?? PrintableText.Text("ground", Ground, 300)
        ?? PrintableText.OptionalLine("payee", Payee, 300)
        ?? (Amount is < 0 or > MoneyDecisions.MostAmount ? FieldRefusals.NumberInvalid.At("amount", "amount", 0, MoneyDecisions.MostAmount) : null);
}
