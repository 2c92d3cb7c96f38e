using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Eforms.Versions;

/// <summary>POST /api/forms/{id}/trial: what citizens would see of a new version, and what is wrong with it, without entering it.</summary>
public sealed class TryFormVersion(FormRegister register, OpenDrafts drafts)
{
    [Function(nameof(TryFormVersion)), AllowedTo(Role.Administrator)]
    [Accepts(typeof(FormDefinition), MaxBytes = ReferenceVersions<FormDefinition>.MaxBytes)]
    [Answers(200, typeof(FormDryRun)), Refuses(typeof(EformRefusals)), Refuses(typeof(HttpRefusals))]
    [Reads("draftsFrom", "Open drafts are counted from this day of their end on, yyyy-MM-dd: the next of the answer before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/forms/{id}/trial")] HttpRequest request, string id, CancellationToken ct)
    {
        var read = await request.ReadAsync<FormDefinition>(ct);
        if (!read.Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (request.Read("draftsFrom", out DateOnly? from) is { } invalid)
        {
            return invalid.ToProblem();
        }

        var tried = form.Id == id ? register.Try(form, request.Caller()) : EformRefusals.IdElsewhere.At("id");
        return tried.Try(out var run, out refusal)
            ? TypedResults.Json(run with { Drafts = await drafts(form, from, ct) }, OfficeJson.Options)
            : refusal.ToProblem();
    }
}
