using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/acceptance: the one-stop clerk accepts; the clock starts and the promise is made (form 01).</summary>
public sealed class AcceptDossier(ProcessingDesk desk, DossierClocks clocks)
{
    [Function(nameof(AcceptDossier)), AllowedTo(Role.Clerk), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/acceptance")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync(request, code, Act.Accept, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        var started = await clocks.StartAsync(dossier, stamp.At, ct);
        return started.Then(start => dossier.Accept(start.Deadline, start.Pin, start.Missing, stamp));
    }
}
