using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission.Elsewhere;

/// <summary>PUT /api/mirrors/{code}: a ministry's system says how one of its dossiers stands. Sent twice or late, it changes nothing.</summary>
public sealed class PutMirror(MirrorBook book, ProcedureCatalogue procedures, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(PutMirror)), AllowedTo(Role.System), Accepts(typeof(MirrorForm))]
    [Answers(200, typeof(Mirror)), Refuses(typeof(SubmissionRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/mirrors/{code}")] HttpRequest request, string code, CancellationToken ct)
    {
        if (!(await request.ReadAsync<MirrorForm>(ct)).Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        if (Broken(code, form, clock.Today()) is { } broken)
        {
            return broken.ToProblem();
        }

        var mirror = new Mirror(
            code, form.Procedure, form.Office, form.Applicant.Trim().Normalize(),
            PartyNumbers.Masked(form.PersonalNumber), form.Status, form.SubmittedAt.Here(), form.PromisedAt?.Here(), form.ResultLink, form.ChangedAt.Here());
        return TypedResults.Json(await book.PutAsync(mirror, ct), OfficeJson.Options);
    }

    private Refusal? Broken(string code, MirrorForm form, DateOnly today) => HttpQueries.First(
        Fields.Line("code", code, 60),
        Fields.Line("applicant", form.Applicant, 200),
        Fields.Line("personalNumber", form.PersonalNumber, 20),
        Fields.OptionalLine("resultLink", form.ResultLink, 500),
        offices.Find(form.Office, today) is null ? SubmissionRefusals.ReceiptUnknown.At("office", form.Office) : null,
        procedures.Find(form.Procedure, today) switch
        {
            null => SubmissionRefusals.ProcedureUnknown.At("procedure", form.Procedure),
            { Route.System: ServiceSystem.Ministry } => null,
            _ => SubmissionRefusals.ProcedureOurs.At("procedure", form.Procedure),
        });
}

/// <param name="Office">The commune it concerns.</param>
/// <param name="PersonalNumber">Its last four digits are kept.</param>
/// <param name="ResultLink">Where the ministry shows the result.</param>
/// <param name="ChangedAt">When the ministry's system changed it.</param>
public sealed record MirrorForm(
    string Procedure, string Office, string Applicant, string PersonalNumber, NationalStatus Status, DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt,
    DateTimeOffset? PromisedAt = null,
    string? ResultLink = null);
