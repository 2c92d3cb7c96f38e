using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Eforms.Versions;

/// <summary>POST /api/forms/{id}/versions: an administrator enters how a form will be from a day to come, with the table that carries drafts over.</summary>
public sealed class AddFormVersion(FormRegister register)
{
    [Function(nameof(AddFormVersion)), AllowedTo(Role.Administrator)]
    [Accepts(typeof(FormDefinition), MaxBytes = ReferenceVersions<FormDefinition>.MaxBytes)]
    [Answers(200, typeof(FormDefinition)), Answers(201, typeof(FormDefinition)), Refuses(typeof(EformRefusals)), Refuses(typeof(HttpRefusals))]
    [Reads("If-Match", "The tag of the version to replace; absent for a new one.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/forms/{id}/versions")] HttpRequest request, string id, CancellationToken ct)
    {
        var read = await request.ReadAsync<FormDefinition>(ct);
        if (!read.Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        var written = form.Id == id ? await register.WriteAsync(form, request.IfMatch(), request.Caller(), ct) : EformRefusals.IdElsewhere.At("id");
        return written.Try(out var stored, out refusal) ? Answer(request, stored) : refusal.ToProblem();
    }

    private static IResult Answer(HttpRequest request, StoredVersion<FormDefinition> stored)
    {
        request.HttpContext.Response.Tag(stored.Tag);
        var status = request.IfMatch() is null ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return TypedResults.Json(stored.Value, OfficeJson.Options, statusCode: status);
    }
}
