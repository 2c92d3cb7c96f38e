using System.Globalization;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>Shows a dossier to whoever asked, with what that reader may do now: nothing its door would refuse, whatever the form says.</summary>
public sealed class DossierAnswers(DossierTerms terms, TimeProvider clock)
{
    /// <summary>200 with the dossier as this caller sees it and its version as the ETag.</summary>
    public IResult Answer(StoredDossier stored, HttpRequest request)
    {
        request.HttpContext.Response.Tag(stored.Version.ToString(CultureInfo.InvariantCulture));
        var reader = request.Caller();
        return TypedResults.Json(DossierDisclosure.Of(stored, reader, OpenActs(stored.Dossier, reader), clock.GetUtcNow()), OfficeJson.Options);
    }

    private IReadOnlyList<Act> OpenActs(Dossier dossier, Caller reader) =>
        [.. ActRules.All.Select(rule => rule.Act).Where(act => IsOpen(act, dossier, reader))];

    private bool IsOpen(Act act, Dossier dossier, Caller reader) =>
        reader.DutyFor(act, dossier) is { } duty && dossier.Objection(act, reader.Id) is null
            && terms.Objection(dossier, act, duty.Role, clock.GetUtcNow()) is null;
}
