using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission.Elsewhere;

/// <summary>POST /api/help: a clerk writes down that a citizen was helped to file a ministry-run procedure in the ministry's own system.</summary>
public sealed class RecordHelp(HelpBook book, ProcedureCatalogue procedures, TimeProvider clock)
{
    [Function(nameof(RecordHelp)), AllowedTo(Role.Clerk), Accepts(typeof(HelpForm))]
    [Answers(201, typeof(HelpGiven)), Refuses(typeof(SubmissionRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Reads("Idempotency-Key", "8 to 64 characters chosen by the client: sent again, they write nothing twice.", Header = true, Required = true)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/help")] HttpRequest request, CancellationToken ct)
    {
        if (!request.IdempotencyKey().Try(out var key, out var keyless))
        {
            return keyless.ToProblem();
        }

        if (!(await request.ReadAsync<HelpForm>(ct)).Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        var (caller, now) = (request.Caller(), clock.Instant());
        if (Broken(form, caller, DateOnly.FromDateTime(now.Here().DateTime)) is { } broken)
        {
            return broken.ToProblem();
        }

        var help = new HelpGiven(
            now.Here(), form.Office, caller.Id, form.Procedure, form.Applicant.Trim().Normalize(), PartyNumbers.Masked(form.PersonalNumber),
            form.MinistryCode, form.Note);
        await book.AddAsync(RequestKeys.Shorten($"{caller.Id}\n{key}"), help, ct);
        return TypedResults.Json(help, OfficeJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private Refusal? Broken(HelpForm form, Caller caller, DateOnly today) => HttpQueries.First(
        Fields.Line("applicant", form.Applicant, 200),
        Fields.Line("personalNumber", form.PersonalNumber, 20),
        Fields.OptionalLine("ministryCode", form.MinistryCode, 60),
        Fields.Length("note", form.Note, 500),
        caller.Has(Role.Clerk, form.Office) ? null : SubmissionRefusals.NotYourOffice.At("office", form.Office),
        procedures.Find(form.Procedure, today) switch
        {
            null => SubmissionRefusals.ProcedureUnknown.At("procedure", form.Procedure),
            { Route.System: ServiceSystem.Ministry } => null,
            _ => SubmissionRefusals.ProcedureOurs.At("procedure", form.Procedure),
        });
}

/// <param name="Office">Where the citizen was helped.</param>
/// <param name="PersonalNumber">Its last four digits are kept.</param>
/// <param name="MinistryCode">The code the ministry's system gave, when it was filed.</param>
public sealed record HelpForm(string Office, string Procedure, string Applicant, string PersonalNumber, string? MinistryCode = null, string? Note = null);
