using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>
/// POST /api/portal/reconciliations/{day}/repairs: dossiers that differ are sent to the National Portal again: all of those it does not have, the state of
/// the others. Nothing of ours is changed by it.
/// </summary>
public sealed class RepairPortal(PortalRepair repair)
{
    public const int MaxCodes = 100;

    [Function(nameof(RepairPortal)), AllowedTo(Role.Administrator), Accepts(typeof(RepairForm)), Answers(200, typeof(RepairAnswer))]
    [Refuses(typeof(PortalRefusals), nameof(PortalRefusals.WholeProvince)), Refuses(typeof(FieldRefusals), nameof(FieldRefusals.CountInvalid))]
    [Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/portal/reconciliations/{day}/repairs")] HttpRequest request, string day,
        CancellationToken ct)
    {
        if (!request.Caller().Has(Role.Administrator, Duty.Everywhere))
        {
            return PortalRefusals.WholeProvince.With().ToProblem();
        }

        var read = await request.ReadAsync<RepairForm>(ct);
        return !read.Try(out var form, out var refusal) || !PortalDay.Of(day).Try(out var of, out refusal) ? refusal.ToProblem()
            : form.Codes.Count is 0 or > MaxCodes ? FieldRefusals.CountInvalid.At("codes", "codes", MaxCodes).ToProblem()
            : TypedResults.Json(new RepairAnswer(await repair.RunAsync(of, form.Codes, ct)), OfficeJson.Options);
    }
}

/// <param name="Codes">1 to 100 of the day's differences.</param>
public sealed record RepairForm(IReadOnlyList<string> Codes);

/// <param name="Items">One for each code, in the same order.</param>
public sealed record RepairAnswer(IReadOnlyList<RepairLine> Items);

public sealed record RepairLine(string Code, Repaired Outcome);
