using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>
/// POST /api/procedures/{code}/prefill-result: reads a result the citizen holds as a file, once its signatures hold and it still does, and answers what it says
/// for the form. The file itself is not kept.
/// </summary>
public sealed class ReadResultFile(PrefillDesk desk, PresentedFacts presented)
{
    private const int MaxBytes = 20 * 1024 * 1024;

    [Function(nameof(ReadResultFile)), AllowedTo(Role.Citizen), Accepts(typeof(byte[]), ContentType = "application/pdf", MaxBytes = MaxBytes)]
    [Answers(200, typeof(PrefilledForm)), Limited("own-result", calls: 60, minutes: 10)]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.NoForm)), Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    [Refuses(typeof(KnownRefusals), nameof(KnownRefusals.ResultUnusable))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.BodyTooLarge), nameof(HttpRefusals.BodyCutShort))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/procedures/{code}/prefill-result")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var body = await request.ReadBytesAsync(MaxBytes, ct);
        if (!body.Try(out var pdf, out var refusal) || !desk.FormOf(code).Try(out var asked, out refusal))
        {
            return refusal.ToProblem();
        }

        return await presented(pdf, ct) is { } result
            ? TypedResults.Json(desk.OfResult(asked.Form, request.Caller(), result), OfficeJson.Options)
            : KnownRefusals.ResultUnusable.With().ToProblem();
    }
}
