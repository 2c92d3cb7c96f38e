using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Templates;

/// <summary>The answers a result prints and no others: a phone number or a consent is nobody's business who is shown a certificate.</summary>
internal sealed class AnswersOnResult(FormBook forms, DossierStore dossiers)
{
    /// <summary>A <see cref="PrintedAnswers"/>.</summary>
    public async Task<JsonElement?> FindAsync(Dossier dossier, string template, CancellationToken ct)
    {
        if (ResultTemplate.Of(dossier.Procedure.Code).FirstOrDefault(one => one.Id == template) is not { } paper || dossier.Form is not { } pin
            || forms.Find(pin.Id, pin.Version) is not { } form || await dossiers.AnswersAsync(dossier, ct) is not { } filed)
        {
            return null;
        }

        var printed = paper.Fields.SelectMany(line => line.FormKeys).ToHashSet();
        printed.ExceptWith(form.Fields.Where(field => field.Sensitive).Select(field => field.Key));
        var answers = filed.Now.EnumerateObject().Where(answer => printed.Contains(answer.Name)).ToDictionary(one => one.Name, one => one.Value);
        return JsonSerializer.SerializeToElement(new { Form = pin.Id, pin.Version, Answers = answers }, OfficeJson.Stored);
    }
}
