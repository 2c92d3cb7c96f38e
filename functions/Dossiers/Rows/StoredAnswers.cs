using System.Text.Json;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>What was answered in the e-form of a dossier, from its rows.</summary>
public static class StoredAnswers
{
    /// <summary>The e-form as it was handed in, and as it stands after corrections; null without one.</summary>
    public static async Task<FiledAnswers?> AnswersAsync(this DossierStore dossiers, Dossier dossier, CancellationToken ct)
    {
        if (await dossiers.FormAsync(dossier.Code, ct) is not { } text)
        {
            return null;
        }

        var corrections = new List<AnswersCorrected>();
        foreach (var code in dossier.IsCase() ? dossier.Parts().Where(part => !part.Outside).Select(part => part.Code).OfType<string>() : [])
        {
            corrections.AddRange(await dossiers.FindAsync(DossierCode.Parse(code), ct) is { } part ? await dossiers.CorrectionsAsync(part.Dossier, ct) : []);
        }

        corrections.AddRange(await dossiers.CorrectionsAsync(dossier, ct));
        return FiledAnswers.Of(JsonElement.Parse(text), [.. corrections.OrderBy(one => one.Stamp.At)]);
    }

    private static async Task<IEnumerable<AnswersCorrected>> CorrectionsAsync(this DossierStore dossiers, Dossier dossier, CancellationToken ct) =>
        dossier.Form?.Corrections is null
            ? []
            : (await dossiers.EventsAsync(dossier.Code, after: 1, ct)).Select(recorded => recorded.Event).OfType<AnswersCorrected>();
}
