using System.Text.Json;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>Điều chỉnh thông tin: what one answer of the e-form was, and what it is taken to be from here on.</summary>
/// <param name="Field">Key of the form.</param>
/// <param name="Before">As it stood; null when it was not filled in.</param>
/// <param name="After">Null when it is not asked any more.</param>
public sealed record AnswerCorrection(string Field, JsonElement? Before, JsonElement? After);

/// <summary>
/// Người thụ lý điều chỉnh thông tin: beside what the citizen handed in, which stays as it is. The result is made from the answers as corrected.
/// </summary>
/// <param name="Corrections">Every answer that changed, with those that followed from another.</param>
/// <param name="Reason">Read by the citizen.</param>
public sealed record AnswersCorrected(IReadOnlyList<AnswerCorrection> Corrections, string Reason, Stamp Stamp) : FormEvent(Stamp)
{
    internal override FormPin On(FormPin form) => form with { Corrections = (form.Corrections ?? 0) + 1, Asked = null };
}

/// <summary>A dossier's e-form.</summary>
/// <param name="HandedIn">As the citizen signed it.</param>
/// <param name="Now">With every correction laid over it.</param>
/// <param name="Corrections">Oldest first.</param>
public sealed record FiledAnswers(JsonElement HandedIn, JsonElement Now, IReadOnlyList<AnswersCorrected> Corrections)
{
    public static FiledAnswers Of(JsonElement handedIn, IReadOnlyList<AnswersCorrected> corrections)
    {
        var now = handedIn.EnumerateObject().ToDictionary(answer => answer.Name, answer => answer.Value);
        foreach (var correction in corrections.SelectMany(one => one.Corrections))
        {
            if (correction.After is { } after)
            {
                now[correction.Field] = after;
            }
            else
            {
                now.Remove(correction.Field);
            }
        }

        return new(handedIn, corrections.Count is 0 ? handedIn : JsonSerializer.SerializeToElement(now), corrections);
    }

    /// <summary>
    /// Of a part that began with answers corrected in a part before it: beside what the citizen signed for the case, with those corrections marked.
    /// </summary>
    /// <param name="whole">The case's.</param>
    public FiledAnswers Within(FiledAnswers whole)
    {
        for (var count = whole.Corrections.Count; count > 0; count--)
        {
            var before = Of(whole.HandedIn, [.. whole.Corrections.Take(count)]);
            if (JsonElement.DeepEquals(before.Now, HandedIn))
            {
                return Of(whole.HandedIn, [.. before.Corrections, .. Corrections]);
            }
        }

        return this;
    }
}

/// <summary>Lent by the room that knows the forms to the one that decides: holds wanted answers against the form the dossier keeps.</summary>
/// <param name="wanted">By key of the form; JSON null takes an answer away.</param>
/// <returns>Every answer that changes, or everything that is wrong.</returns>
public delegate Task<Result<AnswerCorrection[]>> WantedCorrections(
    Dossier dossier, IReadOnlyDictionary<string, JsonElement> wanted, Stamp stamp, CancellationToken ct);

/// <summary>Lent by the room that knows the forms to the one that prints results: the answers a result prints, for whoever reads it as data.</summary>
/// <param name="template">Which paper.</param>
/// <returns><c>form</c>, <c>version</c> and <c>answers</c>; null when it was not made from a form.</returns>
public delegate Task<JsonElement?> PrintedAnswers(Dossier dossier, string template, CancellationToken ct);

public static class AnswerDecisions
{
    /// <param name="dossier">With an e-form, before a result is proposed.</param>
    /// <param name="corrections">Held against the form.</param>
    /// <param name="reason">What the citizen reads.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> CorrectAnswers(this Dossier dossier, IReadOnlyList<AnswerCorrection> corrections, string reason, Stamp stamp) =>
        dossier.When(Act.CorrectAnswers, stamp, () => new AnswersCorrected(corrections, reason, stamp));

    /// <summary>What a result made from the answers is bound to: the dossier, and how often its answers were corrected.</summary>
    public static string AnswersMark(this Dossier dossier) => dossier.Form?.Corrections is { } times ? $"{dossier.Code}+{times}" : dossier.Code.ToString();
}

/// <summary>What stands against correcting answers.</summary>
public static class CorrectionRefusals
{
    public static readonly RefusalCode NothingFilledIn = new(
        RefusalKind.Conflict, "correction-without-form", "Hồ sơ {0} không có tờ khai điện tử để điều chỉnh.",
        "Dossier {0} has no electronic form to correct.");

    public static readonly RefusalCode Invalid = new(
        RefusalKind.Unprocessable, "correction-invalid", "Tờ khai sau khi điều chỉnh có {0} chỗ chưa đúng; từng chỗ nêu ở «errors».",
        "As corrected, the form is wrong in {0} places; 'errors' names each.");

    public static readonly RefusalCode NotCorrectable = new(
        RefusalKind.Unprocessable, "correction-not-of-this-field",
        "Mục «{0}» không điều chỉnh được ở đây: tệp thì yêu cầu bổ sung, mục tự tính thì theo các mục khác.",
        "'{0}' cannot be corrected here: ask for a file by a supplement; a computed answer follows from the others.");

    public static readonly RefusalCode NotYourField = new(
        RefusalKind.Forbidden, "correction-sensitive-field", "Mục «{0}» chỉ người thụ lý được xem và điều chỉnh.",
        "'{0}' is seen and corrected by the officer in charge only.");

    public static readonly RefusalCode ChangesNothing = new(
        RefusalKind.Unprocessable, "correction-changes-nothing", "Nội dung điều chỉnh giống với tờ khai hiện có.",
        "The correction says what the form says already.");
}
