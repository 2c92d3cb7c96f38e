using PublicAdmin.Forms.Layout;
using PublicAdmin.Forms.Official;
using PublicAdmin.Platform;

namespace PublicAdmin.Forms.Results;

/// <summary>Kết quả lập từ tờ khai: its lines were taken from what the citizen filled in, and an officer filled in only what is the officer's.</summary>
/// <param name="Template">Which paper, e.g. <c>giay-khai-sinh</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Lines">In the order of the paper.</param>
/// <param name="Proof">That all but the officer's lines are this dossier's own, see <see cref="FormResultProof"/>.</param>
public sealed record FormResult(string Template, string Title, IReadOnlyList<FormResultLine> Lines, string Proof) : ResultContent
{
    private protected override string Name => Title;

    private protected override IEnumerable<Block> Blocks(IssuingAgency issuer) =>
        [OfficialPaper.Title(Title.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"))), .. FormResultLayout.Of(Lines)];
}

/// <param name="Key">Of the template.</param>
/// <param name="Value">What belongs one below the other, such as the entries of a list, is parted by line breaks.</param>
/// <param name="Officer">Whether the officer fills it in: the number of a register, a decision, grounds.</param>
/// <param name="Beside">Stands behind the one before, as sex, ethnicity and nationality do on every certificate.</param>
/// <param name="Box">Room for what is put there by hand; the value then says what.</param>
public sealed record FormResultLine(string Key, string Label, string Value, bool Officer = false, bool Beside = false, FormResultBox? Box = null);

/// <summary>Room on the paper for a photo, or for signatures side by side.</summary>
/// <param name="Height">Millimetres.</param>
/// <param name="Width">Millimetres of a frame at the left of the text; null for rooms without a frame that share the whole width.</param>
public sealed record FormResultBox(int Height, int? Width = null);

/// <summary>Shows that the lines of a result are what the dossier's own form says: nobody retypes what will be signed.</summary>
public static class FormResultProof
{
    private const string Purpose = "form-result";

    public static string Of(FormResult result, string dossier, KeyedHashes hashes) =>
        hashes.Of(Purpose, string.Join('\u001f', [dossier, result.Template, result.Title, .. result.Lines.Select(Said)]));

    /// <summary>What stands against signing this content; null for content of another kind.</summary>
    /// <param name="field">As the caller names it.</param>
    public static Refusal? Objection(string field, ResultContent? content, string dossier, KeyedHashes hashes) =>
        content is FormResult result && Of(result, dossier, hashes) != result.Proof ? ResultContentRefusals.NotFromForm.At($"{field}.proof") : null;

    private static string Said(FormResultLine line) =>
        $"{(line.Officer ? $"{line.Key}*{line.Label}" : $"{line.Key}={line.Label}={line.Value}")}|{line.Beside}|{line.Box}";
}
