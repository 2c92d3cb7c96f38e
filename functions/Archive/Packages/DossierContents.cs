using System.Text;
using PublicAdmin.Documents.Reading;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Results;
using PublicAdmin.Results.Forms;

namespace PublicAdmin.Archive.Packages;

/// <summary>Everything of a dossier that is a file, as somebody may see it: the e-form, the papers, the official forms, the result.</summary>
public sealed class DossierContents(DossierStore dossiers, DossierPapers papers, SealedForms forms, SignedResults results)
{
    private const string Pdf = "application/pdf";

    /// <summary>All of it at once; what is malicious is left out, and anything else that cannot be had refuses the whole.</summary>
    public async Task<Result<IReadOnlyList<PackedFile>>> ListAsync(Dossier dossier, Caller caller, CancellationToken ct)
    {
        var (files, refusals) = (new List<PackedFile>(), new List<Refusal>());
        await EachAsync(
            dossier, caller, file =>
            {
                files.Add(file);
                return Task.CompletedTask;
            },
            (what, refusal) => refusals.AddRange(refusal.Reason == PaperRefusals.Blocked ? [] : [OfPackage(what, refusal)]), ct);
        return refusals is [var first, ..] ? first : files;
    }

    /// <param name="dossier">Whose.</param>
    /// <param name="caller">Who is to have it.</param>
    /// <param name="take">Gets each file, one after the other.</param>
    /// <param name="miss">Hears of each that is there and cannot be had, and why.</param>
    /// <param name="ct">Cancels.</param>
    public async Task EachAsync(Dossier dossier, Caller caller, Func<PackedFile, Task> take, Action<string, Refusal> miss, CancellationToken ct)
    {
        if (await dossiers.FormAsync(dossier.Code, ct) is { } form)
        {
            await take(new PackedFile("documents/form.json", "Tờ khai điện tử", PackedKind.Form, "application/json", Bytes: Encoding.UTF8.GetBytes(form)));
        }

        await EachPaperAsync(dossier, caller, take, miss, ct);
        foreach (var official in OfficialForm.All.Where(one => one.Belongs(dossier) && (caller.Kind is CallerKind.Staff || !one.StaffOnly)))
        {
            if ((await forms.FindAsync(dossier, official.Code, ct)).Try(out var pdf, out var refusal))
            {
                await take(new PackedFile($"documents/forms/{official.Code}.pdf", official.Name.Vi, PackedKind.OfficialForm, Pdf, Bytes: pdf));
            }
            else
            {
                miss(official.Name.Vi, refusal);
            }
        }

        var isTheirs = caller.Kind is not CallerKind.Citizen || (dossier.Phase is Phase.Returned && caller.MaySeeApplicantsOwn(dossier));
        if (isTheirs && dossier is { Result: not null, Proposal: not null } && await results.FindIssuedAsync(dossier, ct) is { } result)
        {
            await take(new PackedFile("documents/result.pdf", "Kết quả giải quyết", PackedKind.Result, Pdf, Bytes: result));
        }
    }

    // What has no bytes was read from a database and stands in the history.
    private async Task EachPaperAsync(Dossier dossier, Caller caller, Func<PackedFile, Task> take, Action<string, Refusal> miss, CancellationToken ct)
    {
        foreach (var paper in await dossiers.PapersAsync(dossier.Code, ct))
        {
            if ((await papers.OpenAsync(dossier, paper.Id, caller, ct)).Try(out var file, out var refusal))
            {
                var path = $"documents/papers/{paper.Id.PadLeft(2, '0')}-{Safe(paper.Component)}{Path.GetExtension(file.FileName)}";
                await take(new PackedFile(path, paper.Name, PackedKind.Paper, file.File.ContentType, file.File.Blob));
            }
            else if (refusal.Reason != PaperRefusals.NoBytes)
            {
                miss(paper.Name, refusal);
            }
        }
    }

    private static Refusal OfPackage(string what, Refusal refusal) => refusal.Reason.Code.StartsWith("document-", StringComparison.Ordinal)
        ? ArchiveRefusals.PaperMissing.With(what, new Text(refusal.In(Language.Vi), refusal.In(Language.En)))
        : refusal;

    private static string Safe(string text) => string.Concat(text.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-'));
}
