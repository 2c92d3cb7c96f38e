using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/withdrawal: the citizen takes the dossier back (rút hồ sơ); a clerk may do so for the citizen.</summary>
public sealed class WithdrawDossier(ProcessingDesk desk)
{
    [Function(nameof(WithdrawDossier)), AllowedTo(Role.Citizen, Role.Clerk, Role.System), Accepts(typeof(WithdrawalForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/withdrawal")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<WithdrawalForm>(
            request, code, Act.Withdraw, (form, dossier, stamp) => Fields.Length("reason", form.Reason, 1_000) ?? dossier.Withdraw(form.Reason, stamp), ct);
}

public sealed record WithdrawalForm(string? Reason = null);
