using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>
/// PUT /api/escalation-ladders/{procedure}/{office}/versions/{validFrom}: an administrator enters how delays are escalated from a day to come (* for all).
/// Dossiers received before keep their ladder; no planned alarm moves.
/// </summary>
public sealed class PutLadder(LadderRegister register)
{
    [Function(nameof(PutLadder)), AllowedTo(Role.Administrator), Accepts(typeof(EscalationLadder), MaxBytes = ReferenceVersions<EscalationLadder>.MaxBytes)]
    [Answers(200, typeof(EscalationLadder)), Answers(201, typeof(EscalationLadder))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.OfficeUnknown))]
    [Refuses(typeof(RegisterRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(IdentityRefusals), nameof(IdentityRefusals.NotYourTask))]
    [Reads("If-Match", "The ETag of the version to replace; absent for a new one.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/escalation-ladders/{procedure}/{office}/versions/{validFrom}")] HttpRequest request,
        string procedure,
        string office,
        string validFrom,
        CancellationToken ct)
    {
        if (!(await request.ReadAsync<EscalationLadder>(ct)).Try(out var ladder, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        if (ladder.Procedure != procedure || ladder.Office != office || ladder.ValidFrom != HttpQueries.Day(validFrom))
        {
            return RegisterRefusals.AddressMismatch.With("procedure, office, validFrom").ToProblem();
        }

        return (await register.WriteAsync(ladder, request.IfMatch(), request.Caller(), ct)).Try(out var stored, out var refusal)
            ? VersionAddress.Written(request, stored)
            : refusal.ToProblem();
    }
}
