using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/fee-closure: the account of an ended dossier is closed on a ground (quyết toán khoản thu): waived, given back, or
/// still owed. Whoever took the money does not decide to give it back.
/// </summary>
public sealed class CloseFees(ProcessingDesk desk)
{
    [Function(nameof(CloseFees)), AllowedTo(Role.Leader, Role.Cashier), Accepts(typeof(FeeClosureForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FeeRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/fee-closure")] HttpRequest request, string code,
        CancellationToken ct) =>
        desk.ActAsync<FeeClosureForm>(request, code, Act.CloseFees, Decide, ct);

    private static Result<DossierEvent> Decide(FeeClosureForm form, Dossier dossier, Stamp stamp) =>
        PrintableText.Text("ground", form.Ground, 300) is { } broken ? broken : dossier.CloseFees(form.Outcome, form.Ground, form.Refund, stamp);
}

/// <param name="Outcome">waived, refunded or owed.</param>
/// <param name="Ground">The rule or decision it rests on; the citizen reads it.</param>
/// <param name="Refund">Đồng that go back; only with refunded.</param>
public sealed record FeeClosureForm(FeeOutcome Outcome, string Ground, long Refund = 0);
