using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Results.Forms;

/// <summary>GET /api/dossiers/{code}/apology: the drafted apology (form 04), unsigned, as the head will sign it by extending or apologising.</summary>
public sealed class PreviewApology(DossierReader reader, ApologyPrinter printer, DossierTerms terms, TimeProvider clock)
{
    private const int MaxReason = 1_000;

    [Function(nameof(PreviewApology)), AllowedTo(Role.Leader, Role.Officer, Role.Supervisor), Answers(200, ContentType = "application/pdf")]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound)), Refuses(typeof(ResultRefusals), nameof(ResultRefusals.NoApologyDrafted))]
    [Refuses(typeof(FieldRefusals), nameof(FieldRefusals.TooLong)), Refuses(typeof(DeadlineRefusals), nameof(DeadlineRefusals.ExtensionDayUnfit))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("reason", "The reason to be seen on the paper; a dotted line without."), Reads("newDay", "The new day, yyyy-MM-dd; a dotted line without.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/apology")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var caller = request.Caller();
        if (!(await reader.OpenAsync(code, caller, "forms", ct)).Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        var reason = request.Query["reason"].ToString() is { Length: > 0 } given ? given : null;
        if (HttpQueries.First(request.Read("newDay", out DateOnly? day), Fields.Length("reason", reason, MaxReason)) is { } broken)
        {
            return broken.ToProblem();
        }

        if (stored.Dossier is not { Apology: ApologyState.Drafted, Deadline: not null } dossier)
        {
            return ResultRefusals.NoApologyDrafted.With(stored.Dossier.Code).ToProblem();
        }

        if (day is { } closed && !terms.TimeOf(dossier).Calendar.IsWorkingDay(closed))
        {
            return DeadlineRefusals.ExtensionDayUnfit.At("newDay").ToProblem();
        }

        return TypedResults.File(
            await printer.DraftAsync(dossier, caller.Has(Role.Leader) ? caller : null, reason, day, clock.Now(), ct), "application/pdf",
            $"{dossier.Code}-04.pdf");
    }
}
