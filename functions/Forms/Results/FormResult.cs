using PublicAdmin.Forms.Layout;
using PublicAdmin.Forms.Official;
using PublicAdmin.Platform;
using static PublicAdmin.Forms.Official.OfficialPaper;

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
        [OfficialPaper.Title(Title.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"))), .. Lines.Select(line => Line(line.Label, line.Value))];
}

/// <param name="Key">Of the template.</param>
/// <param name="Officer">Whether the officer fills it in: the number of a register, a decision, grounds.</param>
public sealed record FormResultLine(string Key, string Label, string Value, bool Officer = false);

/// <summary>Shows that the lines of a result are what the dossier's own form says: nobody retypes what will be signed.</summary>
public static class FormResultProof
{
    private const string Purpose = "form-result";

    public static string Of(FormResult result, string dossier, KeyedHashes hashes) =>
        hashes.Of(Purpose, string.Join('\n', [dossier, result.Template, result.Title, .. result.Lines.Select(Said)]));

    /// <summary>What stands against signing this content; null for content of another kind.</summary>
    /// <param name="field">As the caller names it.</param>
    public static Refusal? Objection(string field, string content, string dossier, KeyedHashes hashes) =>
        ResultContents.IsStructured(content) && ResultContents.Read(content, field).Try(out var read, out _)
        && read is FormResult result && Of(result, dossier, hashes) != result.Proof
            ? ResultContentRefusals.NotFromForm.At($"{field}.proof")
            : null;

    private static string Said(FormResultLine line) => line.Officer ? $"{line.Key}*{line.Label}" : $"{line.Key}={line.Label}={line.Value}";
}
