using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Forms.Official;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission;

/// <summary>GET /api/offices/{office}/register: what a desk received on a day or in a month, page by page (sổ theo dõi hồ sơ).</summary>
public sealed class ReadRegister(RegisterBook book)
{
    [Function(nameof(ReadRegister)), AllowedTo(RoleSet.RegisterReaders), Answers(200, typeof(PageOf<RegisterLine>))]
    [Refuses(typeof(SubmissionRefusals), nameof(SubmissionRefusals.NotYourOffice)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("period", "A day (yyyy-MM-dd) or a month (yyyy-MM).", Required = true), Reads("limit", "1 to 100, 20 unless said.")]
    [Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/register")] HttpRequest request, string office,
        CancellationToken ct)
    {
        if (!RegisterAsked.Of(request, office).Try(out var asked, out var refusal))
        {
            return refusal.ToProblem();
        }

        var page = await book.ReadAsync(office, asked.From, asked.To, asked.Page, ct);
        return TypedResults.Json(new PageOf<RegisterLine>(page.Items, page.Next is { } next ? PageAsked.CursorOf(next) : null), OfficeJson.Options);
    }
}
