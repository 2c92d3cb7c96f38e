using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/acceptance: the one-stop clerk accepts; the clock starts and the promise is made (form 01).</summary>
public sealed class AcceptDossier(ProcessingDesk desk, DossierClocks clocks, StaffDirectory staff, TimeProvider clock)
{
    [Function(nameof(AcceptDossier)), AllowedTo(Role.Clerk), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unstaffed))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/acceptance")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync(request, code, Act.Accept, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        // Acceptance hands the dossier to the competent agency.
        if (dossier.Places.Competent is { } competent && !await staff.IsStaffedAsync(competent, clock.Today(), ct))
        {
            return OfficeRefusals.Unstaffed.With(competent);
        }

        var started = await clocks.StartAsync(dossier, stamp.At, ct);
        return started.Then(start => dossier.Accept(start.Deadline, start.Pin, start.Missing, stamp));
    }
}
