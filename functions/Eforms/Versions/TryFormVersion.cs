using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Eforms.Versions;

/// <summary>POST /api/forms/{id}/trial: what citizens would see of a new version, and what is wrong with it, without entering it.</summary>
public sealed class TryFormVersion(FormRegister register)
{
    [Function(nameof(TryFormVersion)), AllowedTo(Role.Administrator)]
    [Accepts(typeof(FormDefinition), MaxBytes = ReferenceVersions<FormDefinition>.MaxBytes)]
    [Answers(200, typeof(FormDryRun)), Refuses(typeof(EformRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/forms/{id}/trial")] HttpRequest request, string id, CancellationToken ct)
    {
        var read = await request.ReadAsync<FormDefinition>(ct);
        if (!read.Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        var tried = form.Id == id ? register.Try(form, request.Caller()) : EformRefusals.IdElsewhere.At("id");
        return tried.Try(out var run, out refusal) ? TypedResults.Json(run, OfficeJson.Options) : refusal.ToProblem();
    }
}
