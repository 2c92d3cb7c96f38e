using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Procedures;

/// <summary>POST /api/procedures/{code}/versions: an administrator enters how a procedure will be from a day to come, or corrects such an entry.</summary>
public sealed class AddProcedureVersion(ProcedureRegister register)
{
    [Function(nameof(AddProcedureVersion)), AllowedTo(Role.Administrator)]
    [Accepts(typeof(ProcedureVersion), MaxBytes = ReferenceVersions<ProcedureVersion>.MaxBytes)]
    [Answers(200, typeof(ProcedureVersion)), Answers(201, typeof(ProcedureVersion)), Refuses(typeof(ProcedureRefusals))]
    [Reads("If-Match", "The tag of the version to replace; absent for a new one.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/procedures/{code}/versions")] HttpRequest request, string code, CancellationToken ct)
    {
        var read = await request.ReadAsync<ProcedureVersion>(ct);
        if (!read.Try(out var version, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        if (version.Code != code)
        {
            return ProcedureRefusals.CodeInvalid.At("code").ToProblem();
        }

        var written = await register.WriteAsync(version, request.IfMatch(), request.Caller(), ct);
        return written.Try(out var stored, out var refusal) ? Answer(request, stored) : refusal.ToProblem();
    }

    private static IResult Answer(HttpRequest request, StoredVersion<ProcedureVersion> stored)
    {
        request.HttpContext.Response.Tag(stored.Tag);
        return request.IfMatch() is null
            ? TypedResults.Json(stored.Value, OfficeJson.Options, statusCode: StatusCodes.Status201Created)
            : TypedResults.Json(stored.Value, OfficeJson.Options);
    }
}
