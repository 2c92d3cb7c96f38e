using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/resumption: the financial duty is met; the clock runs again.</summary>
public sealed class ResumeDossier(ProcessingDesk desk, DossierClocks clocks)
{
    [Function(nameof(ResumeDossier)), AllowedTo(Role.Officer, Role.Leader, Role.Cashier), Accepts(typeof(ResumptionForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/resumption")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ResumptionForm>(request, code, Act.Resume, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(ResumptionForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        if (Fields.Length("reason", form.Reason, 1_000) is { } broken)
        {
            return broken;
        }

        var resumed = await clocks.ResumeAsync(dossier, stamp.At, ct);
        return resumed.Then(deadline => dossier.Resume(form.Reason, deadline, stamp));
    }
}

public sealed record ResumptionForm(string? Reason = null);
