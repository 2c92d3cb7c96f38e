using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forms.Results;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Results;

/// <summary>POST /api/dossiers/{code}/result-preview: the paper a content would become, as it will be signed but for number, date and signer.</summary>
public sealed class PreviewResult(DossierReader reader, ResultPrinter printer)
{
    [Function(nameof(PreviewResult)), AllowedTo(Role.Officer, Role.Leader), Accepts(typeof(PreviewForm))]
    [Answers(200, ContentType = "application/pdf"), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    [Refuses(typeof(ResultContentRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/result-preview")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var read = await request.ReadAsync<PreviewForm>(ct);
        if (!read.Try(out var form, out var refusal) || !ResultContents.Read(form.Content).Try(out var content, out refusal))
        {
            return refusal.ToProblem();
        }

        var opened = await reader.OpenAsync(code, request.Caller(), "result-preview", ct);
        return opened.Try(out var stored, out refusal)
            ? TypedResults.Bytes(await printer.PreviewAsync(stored.Dossier, content, ct), "application/pdf", $"{code}.pdf")
            : refusal.ToProblem();
    }
}

/// <param name="Content">Data of a result, as it would be proposed.</param>
public sealed record PreviewForm(string Content);
