using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Forms.Official;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission;

/// <summary>GET /api/offices/{office}/register.pdf: form 07 of a day or a month as a PDF; a longer one says in the header Link where it goes on.</summary>
public sealed class PrintRegister(RegisterBook book, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(PrintRegister)), AllowedTo(RoleSet.RegisterReaders), Answers(200, ContentType = "application/pdf")]
    [Refuses(typeof(SubmissionRefusals), nameof(SubmissionRefusals.NotYourOffice)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("period", "A day (yyyy-MM-dd) or a month (yyyy-MM).", Required = true), Reads("limit", "1 to 100, 20 unless said.")]
    [Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/register.pdf")] HttpRequest request, string office,
        CancellationToken ct)
    {
        if (!RegisterAsked.Of(request, office).Try(out var asked, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (offices.Find(office, clock.Today()) is not { } version)
        {
            return SubmissionRefusals.NotYourOffice.With(office).ToProblem();
        }

        var page = await book.ReadAsync(office, asked.From, asked.To, asked.Page, ct);
        var issuer = new Forms.Official.IssuingAgency(version.Authority.Vi, version.DeskName(), version.PlaceName());
        if (page.Next is { } next)
        {
            request.HttpContext.Response.Headers.Link =
                $"<{request.Path}?period={request.Query["period"]}&limit={asked.Page.Limit}&after={PageAsked.CursorOf(next)}>; rel=\"next\"";
        }

        var pdf = new RegisterPaper(issuer, asked.From, asked.To, page.Items, clock.Now()) { First = page.First }.Print();
        return TypedResults.File(pdf, "application/pdf", $"{office}-{request.Query["period"]}.pdf");
    }
}
