using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/return: the one-stop clerk hands the result over (trả kết quả), once it is signed and sealed. Who asks right after the issue
/// may wait for the seal instead of coming again.
/// </summary>
public sealed class ReturnResult(ProcessingDesk desk, ReturnObjection objection)
{
    [Function(nameof(ReturnResult)), AllowedTo(Role.Clerk), Accepts(typeof(ReturnForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(FeeRefusals), nameof(FeeRefusals.ReturnWaits))]
    [Reads(WaitPreference.Header, "wait=seconds (RFC 7240): how long to wait for a result that is being sealed, at most 10.", Header = true)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/return")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ReturnForm>(request, code, Act.Return, (form, dossier, stamp, token) => DecideAsync(form, dossier, request.Patience(), stamp, token), ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(ReturnForm form, Dossier dossier, TimeSpan patience, Stamp stamp, CancellationToken ct) =>
        (PrintableText.OptionalLine("to", form.To, 200) ?? await objection(dossier, patience, ct)) is { } refusal
            ? refusal : dossier.Return(form.Way ?? dossier.ReturnWay, form.To, stamp);
}

/// <param name="Way">How it was handed over; as the citizen chose when absent.</param>
/// <param name="To">Who received it, when not the applicant: name and paper of the person authorised.</param>
public sealed record ReturnForm(ReturnWay? Way = null, string? To = null);
