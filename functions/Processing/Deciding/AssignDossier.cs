using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/assignment: the leader puts an officer in charge (phân công).</summary>
public sealed class AssignDossier(ProcessingDesk desk, StaffDirectory staff, TimeProvider clock)
{
    [Function(nameof(AssignDossier)), AllowedTo(Role.Leader), Accepts(typeof(AssignmentForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(DecidingRefusals), nameof(DecidingRefusals.OfficerUnknown))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/assignment")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<AssignmentForm>(request, code, Act.Assign, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(AssignmentForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        if (Fields.Text("handler", form.Handler, 100) is { } broken)
        {
            return broken;
        }

        var duties = await staff.DutiesAsync(form.Handler, clock.Today(), ct);
        return duties.Any(duty => duty.Role is Role.Officer && (duty.Office == dossier.Holding || duty.Office == Duty.Everywhere))
            ? dossier.Assign(form.Handler, stamp)
            : DecidingRefusals.OfficerUnknown.At("handler", form.Handler, dossier.Holding);
    }
}

/// <param name="Handler">Directory id of an officer of the agency which holds the dossier, by own appointment or by delegation.</param>
public sealed record AssignmentForm(string Handler);
