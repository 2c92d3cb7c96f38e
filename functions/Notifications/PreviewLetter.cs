using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Notifications;

/// <summary>GET /api/letters/{name}: a letter as it will look, with the names of its places where facts will stand; for an administrator.</summary>
public sealed class PreviewLetter
{
    [Function(nameof(PreviewLetter)), AllowedTo(Role.Administrator)]
    [Answers(200, typeof(LetterPreview)), Refuses(typeof(NotificationRefusals), nameof(NotificationRefusals.LetterUnknown))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/letters/{name}")] HttpRequest request, string name)
    {
        if (LetterBook.Find(name) is not { } template)
        {
            return NotificationRefusals.LetterUnknown.With(string.Join(", ", LetterBook.Names.Order(StringComparer.Ordinal))).ToProblem();
        }

        var letter = template.Fill(template.Places.ToDictionary(place => place, place => $"«{place}»"), request.Language());
        return TypedResults.Json(new LetterPreview(template.Name, template.Statutory, letter.Subject, letter.Body, letter.Html), OfficeJson.Options);
    }
}

/// <param name="Statutory">Sent whatever the citizen prefers.</param>
public sealed record LetterPreview(string Name, bool Statutory, string Subject, string Text, string Html);
