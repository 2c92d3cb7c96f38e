using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive;

/// <summary>GET /api/dossiers/{code}/archive-package: the package, a ZIP; of a large one the address where it is fetched within five minutes.</summary>
public sealed class GetPackage(ArchiveDesk desk, Downloads downloads)
{
    [Function(nameof(GetPackage)), AllowedTo(Role.Registrar, Role.Auditor)]
    [Answers(200, typeof(byte[]), ContentType = "application/zip"), Answers(206, typeof(byte[]), ContentType = "application/zip"), Answers(304)]
    [Answers(307), Refuses(typeof(ArchiveRefusals), nameof(ArchiveRefusals.NoPackage))]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.RangeBeyondEnd))]
    [Reads("Range", "bytes=from-to: one range, to go on after a broken line.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/archive-package")] HttpRequest request, string code,
        CancellationToken ct)
    {
        if (!(await desk.OpenAsync(code, request.Caller(), ct)).Try(out var opened, out var refusal))
        {
            return refusal.ToProblem();
        }

        var file = opened.File;
        return file.Package is { } package && await downloads.FindAsync(new BlobName(Containers.Archive, package.Name), $"{file.Code}.zip", ct) is { } zip
            ? await downloads.AnswerAsync(zip, ct)
            : ArchiveRefusals.NoPackage.With(code).ToProblem();
    }
}
