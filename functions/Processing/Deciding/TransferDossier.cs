using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/transfer: the dossier goes to another agency; one line of the process control slip (form 06).</summary>
public sealed class TransferDossier(ProcessingDesk desk, OfficeDirectory offices, StaffDirectory staff, TimeProvider clock)
{
    [Function(nameof(TransferDossier)), AllowedTo(Role.Officer, Role.Leader), Accepts(typeof(TransferForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.OfficeUnknown), nameof(OfficeRefusals.Unstaffed))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/transfer")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<TransferForm>(request, code, Act.Transfer, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(TransferForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        var broken = PrintableText.Text("reason", form.Reason, 1_000)
            ?? (offices.Find(form.Office, clock.Today()) is null ? OfficeRefusals.OfficeUnknown.At("office", form.Office) : null)
            ?? (await staff.IsStaffedAsync(form.Office, clock.Today(), ct) ? null : OfficeRefusals.Unstaffed.At("office", form.Office));
        return broken ?? dossier.Transfer(form.Office, form.Reason, stamp);
    }
}

/// <param name="Office">Code of the agency that takes over.</param>
public sealed record TransferForm(string Office, string Reason);
