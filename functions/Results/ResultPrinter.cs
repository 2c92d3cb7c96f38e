using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Official;
using PublicAdmin.Forms.Results;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Signing.Certificates;

namespace PublicAdmin.Results;

/// <summary>Makes the paper of a result from what was approved.</summary>
public sealed class ResultPrinter(PaperNames names, PaperSigners owners, PrintedAnswers answers, IBlobs blobs)
{
    /// <summary>The paper to be signed: to the byte the one its signer looked at before approving; made now for whoever did not look.</summary>
    public async Task<byte[]> PrintAsync(Dossier dossier, CancellationToken ct) =>
        await blobs.ReadAsync(ShownOf(dossier), ct) ?? await MakeAsync(dossier, ct);

    /// <summary>The paper as it will be signed, shown before; from here on it stays as it was shown to this signer.</summary>
    /// <param name="dossier">As it is once its reader has approved.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<byte[]> ShowAsync(Dossier dossier, CancellationToken ct)
    {
        if (await blobs.ReadAsync(ShownOf(dossier), ct) is { } shown)
        {
            return shown;
        }

        var made = await MakeAsync(dossier, ct);
        await blobs.CreateAsync(ShownOf(dossier), new MemoryStream(made), BlobFacts.Of("application/pdf"), ct);
        return await blobs.ReadAsync(ShownOf(dossier), ct) ?? made; // Two windows at once: the paper that was there first is the one.
    }

    private async Task<byte[]> MakeAsync(Dossier dossier, CancellationToken ct)
    {
        var leader = await owners.LeaderOfAsync(dossier, ct);
        var title = names.OfficeOf(dossier.Holding, dossier).SignatureTitle(dossier.ApprovedAs);
        var content = ContentOf(dossier);
        return content.Print(
            names.AgencyOf(dossier), await names.ResultHeadAsync(dossier, ct), new Signer(title, leader.Name), ApprovedAt(dossier),
            await AnswersOnAsync(dossier, content, ct));
    }

    /// <summary>The paper a content would become; who signs is not known yet.</summary>
    public async Task<byte[]> PreviewAsync(Dossier dossier, ResultContent content, CancellationToken ct)
    {
        var title = names.OfficeOf(dossier.Holding, dossier).SignatureTitle(dossier.ApprovedAs);
        return content.Print(
            names.AgencyOf(dossier), await names.HeadAsync(dossier, ct), new Signer(title, ""), dossier.SubmittedAt.Here(),
            await AnswersOnAsync(dossier, content, ct));
    }

    private async Task<JsonElement?> AnswersOnAsync(Dossier dossier, ResultContent content, CancellationToken ct) =>
        content is FormResult made ? await answers(dossier, made.Template, ct) : null;

    /// <summary>What the registrar gave, for the fields the paper left open.</summary>
    public IReadOnlyDictionary<string, string> NumberAndDate(Dossier dossier) => new Dictionary<string, string>
    {
        [FieldNames.Number] = $"Số: {dossier.Result!.Number}",
        [FieldNames.Date] = $"{names.OfficeOf(dossier.Holding, dossier).PlaceName()}, {OfficialPaper.Written(dossier.Result.Date)}",
    };

    // Structured content is laid out as its kind asks. What was approved before content was checked at proposal is printed as it was written.
    private ResultContent ContentOf(Dossier dossier) =>
        ResultContents.IsStructured(dossier.Proposal!.Content) && ResultContents.Read(dossier.Proposal.Content) is { Value: { } content }
            ? content : Plain(dossier);

    private DecisionPaper Plain(Dossier dossier)
    {
        var lines = dossier.Proposal!.Content.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        return dossier.Proposal.Outcome is Decision.Grant
            ? new("Kết quả giải quyết thủ tục hành chính", names.ProcedureName(dossier), [], lines)
            : new("Thông báo", $"Về việc không giải quyết thủ tục {names.ProcedureName(dossier)}", [], lines);
    }

    // Whoever signs in another capacity, or another proposal, signs another paper.
    private static BlobName ShownOf(Dossier dossier)
    {
        var signer = $"{SigningKeyNames.OfPerson(dossier.Approver!)}-{dossier.ApprovedAs?.Form.ToString() ?? "own"}";
        return new(Containers.Results, $"{dossier.Code}/{dossier.Proposal!.Hash[..16]}/shown-{signer}.pdf");
    }

    private static DateTimeOffset ApprovedAt(Dossier dossier) =>
        dossier.Milestones.LastOrDefault(milestone => milestone.Phase is Phase.Approved)?.At.Here() ?? dossier.SubmittedAt.Here();
}
