using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Notifications;

/// <summary>
/// POST /api/calendar-impact/letters: an administrator has read the drafts of these dossiers; each letter goes out once, however often it is confirmed.
/// </summary>
public sealed class SendCalendarLetters(CalendarLetters letters)
{
    [Function(nameof(SendCalendarLetters)), AllowedTo(Role.Administrator), Accepts(typeof(CalendarLettersForm)), Answers(200, typeof(CalendarLettersSent))]
    [Refuses(typeof(NotificationRefusals), nameof(NotificationRefusals.CodesUnfit)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/calendar-impact/letters")] HttpRequest request, CancellationToken ct)
    {
        if (!(await request.ReadAsync<CalendarLettersForm>(ct)).Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        var codes = form.Codes.Select(text => DossierCode.TryParse(text, out var code) ? code : null).OfType<DossierCode>().Distinct().ToList();
        return codes.Count == form.Codes.Count && codes.Count is > 0 and <= ListCalendarLetters.AtOnce
            ? TypedResults.Json(await letters.SendAsync(codes, request.Caller().Id, ct), OfficeJson.Options)
            : NotificationRefusals.CodesUnfit.At("codes", ListCalendarLetters.AtOnce).ToProblem();
    }
}

/// <param name="Codes">1 to 200 dossier codes, each once.</param>
public sealed record CalendarLettersForm(IReadOnlyList<string> Codes);
