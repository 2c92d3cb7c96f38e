using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/suspension: a financial duty is to be met first; the clock stands still.</summary>
public sealed class SuspendDossier(ProcessingDesk desk)
{
    [Function(nameof(SuspendDossier)), AllowedTo(Role.Officer, Role.Leader), Accepts(typeof(SuspensionForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/suspension")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<SuspensionForm>(
            request,
            code,
            Act.Suspend,
            (form, dossier, stamp) => Fields.Text("reason", form.Reason, 1_000) ?? Fields.Text("ground", form.Ground, 300)
                ?? (form.Amount is < 0 ? FieldRefusals.Negative.At("amount", "amount") : dossier.Suspend(form.Reason, form.Ground, form.Amount, stamp)),
            ct);
}

/// <param name="Ground">The rule the duty rests on.</param>
/// <param name="Amount">Đồng; absent when another authority sets it.</param>
public sealed record SuspensionForm(string Reason, string Ground, long? Amount = null);
