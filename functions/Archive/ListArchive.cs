using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Archive;

/// <summary>GET /api/archive: an agency's ended dossiers, soonest due first: how far each hand-over is, and why it is kept.</summary>
public sealed class ListArchive(EndedDossiers ended, ArchiveBook book, ArchiveDesk desk, DossierStore dossiers, TimeProvider clock)
{
    private static readonly Role[] Readers = [Role.Registrar, Role.Leader, Role.Supervisor, Role.Auditor];

    [Function(nameof(ListArchive)), AllowedTo(Role.Registrar, Role.Leader, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(PageOf<ArchiveView>)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Refuses(typeof(WorkRefusals), nameof(WorkRefusals.OfficeMissing), nameof(WorkRefusals.OfficeNotYours))]
    [Reads("office", "Code of the agency; may be left out by somebody who works in one.")]
    [Reads("due", "true: only what is due today or was before."), Reads("step", "Only those at this step; a page may then hold fewer.")]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/archive")] HttpRequest request, CancellationToken ct)
    {
        if (!OfficeScope.Of(request, Readers).Try(out var office, out var refusal) || !PageAsked.Of(request).Try(out var asked, out refusal))
        {
            return refusal.ToProblem();
        }

        return request.Read<ArchiveStep>("step", out var step) is { } unknown ? unknown.ToProblem()
            : TypedResults.Json(await PageAsync(request, office, step, asked, ct), OfficeJson.Options);
    }

    private async Task<PageOf<ArchiveView>> PageAsync(HttpRequest request, string office, ArchiveStep? step, PageAsked asked, CancellationToken ct)
    {
        var page = await ended.PageAsync(office, request.Query["due"] == "true" ? clock.Today() : null, asked, ct);
        var views = await Task.WhenAll(page.Items.Select(code => ViewOfAsync(code, request.Caller(), ct)));
        return new([.. views.OfType<ArchiveView>().Where(view => step is null || view.Step == step)], page.Next);
    }

    private async Task<ArchiveView?> ViewOfAsync(DossierCode code, Caller caller, CancellationToken ct) =>
        await dossiers.FindAsync(code, ct) is { Dossier: { IsOpen: false } dossier } && caller.MayRead(dossier)
            ? await desk.ViewOfAsync(dossier, (await book.FindAsync(code, ct)).File, ct) : null;
}
