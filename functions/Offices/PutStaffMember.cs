using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>PUT /api/staff/{id}: an administrator enters a person, or changes what they are appointed to in the administrator's own offices.</summary>
public sealed class PutStaffMember(StaffRegister register)
{
    [Function(nameof(PutStaffMember)), AllowedTo(Role.Administrator), Accepts(typeof(StaffMember))]
    [Answers(200, typeof(StaffMember)), Answers(201, typeof(StaffMember)), Refuses(typeof(StaffRefusals)), Refuses(typeof(HttpRefusals))]
    [Reads("If-Match", "The ETag of the entry to change; absent for a new one.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/staff/{id}")] HttpRequest request, string id, CancellationToken ct)
    {
        var read = await request.ReadAsync<StaffMember>(ct);
        if (!read.Try(out var member, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        if (member.Id != id)
        {
            return StaffRefusals.AddressMismatch.At("id").ToProblem();
        }

        var written = await register.WriteAsync(member, request.IfMatch(), request.Caller(), ct);
        if (!written.Try(out var tag, out var refusal))
        {
            return refusal.ToProblem();
        }

        request.HttpContext.Response.Tag(tag);
        return TypedResults.Json(member, OfficeJson.Options, statusCode: request.IfMatch() is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
