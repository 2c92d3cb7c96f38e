using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/competence: somebody who knows names the competent agency of a dossier no rule could place.</summary>
public sealed class FindCompetence(ProcessingDesk desk, OfficeDirectory offices, StaffDirectory staff, TimeProvider clock)
{
    [Function(nameof(FindCompetence)), AllowedTo(Role.Clerk, Role.Supervisor), Accepts(typeof(CompetenceForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.OfficeUnknown), nameof(OfficeRefusals.Unstaffed))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/competence")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<CompetenceForm>(request, code, Act.FindCompetence, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(CompetenceForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        var today = clock.Today();
        return offices.Find(form.Office, today) is null ? OfficeRefusals.OfficeUnknown.At("office", form.Office)
            : !await staff.IsStaffedAsync(form.Office, today, ct) ? OfficeRefusals.Unstaffed.At("office", form.Office)
            : dossier.FindCompetence(form.Office, stamp);
    }
}

/// <param name="Office">Code of the agency that decides.</param>
public sealed record CompetenceForm(string Office);
