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

    // What has no bytes stands in the history; what is malicious goes nowhere.
    private static readonly string[] LeftOut = [PaperRefusals.NoBytes.Code, PaperRefusals.Blocked.Code];

    public async Task<Result<IReadOnlyList<PackedFile>>> ListAsync(Dossier dossier, Caller caller, CancellationToken ct)
    {
        var files = new List<PackedFile>();
        if (await dossiers.FormAsync(dossier.Code, ct) is { } form)
        {
            var bytes = Encoding.UTF8.GetBytes(form);
            files.Add(new PackedFile("documents/form.json", "Tờ khai điện tử", PackedKind.Form, "application/json", Bytes: bytes));
        }

        if (await AddPapersAsync(files, dossier, caller, ct) is { } unpacked)
        {
            return unpacked;
        }

        if (await AddFormsAsync(files, dossier, caller, ct) is { } unmade)
        {
            return unmade;
        }

        var isTheirs = caller.Kind is not CallerKind.Citizen || (dossier.Phase is Phase.Returned && caller.MaySeeApplicantsOwn(dossier));
        if (isTheirs && dossier is { Result: not null, Proposal: not null } && await results.FindIssuedAsync(dossier, ct) is { } result)
        {
            files.Add(new PackedFile("documents/result.pdf", "Kết quả giải quyết", PackedKind.Result, Pdf, Bytes: result));
        }

        return files;
    }

    private async Task<Refusal?> AddPapersAsync(List<PackedFile> files, Dossier dossier, Caller caller, CancellationToken ct)
    {
        foreach (var paper in await dossiers.PapersAsync(dossier.Code, ct))
        {
            if ((await papers.OpenAsync(dossier, paper.Id, caller, ct)).Try(out var file, out var refusal))
            {
                var path = $"documents/papers/{paper.Id.PadLeft(2, '0')}-{Safe(paper.Component)}{Path.GetExtension(file.FileName)}";
                files.Add(new PackedFile(path, paper.Name, PackedKind.Paper, file.File.ContentType, file.File.Blob));
            }
            else if (!LeftOut.Contains(refusal.Code))
            {
                return ArchiveRefusals.PaperMissing.With(paper.Name, new Text(refusal.In(Language.Vi), refusal.In(Language.En)));
            }
        }

        return null;
    }

    private async Task<Refusal?> AddFormsAsync(List<PackedFile> files, Dossier dossier, Caller caller, CancellationToken ct)
    {
        foreach (var official in OfficialForm.All.Where(one => one.Belongs(dossier) && (caller.Kind is CallerKind.Staff || !one.StaffOnly)))
        {
            if (!(await forms.FindAsync(dossier, official.Code, ct)).Try(out var pdf, out var refusal))
            {
                return refusal;
            }

            files.Add(new PackedFile($"documents/forms/{official.Code}.pdf", official.Name.Vi, PackedKind.OfficialForm, Pdf, Bytes: pdf));
        }

        return null;
    }

    private static string Safe(string text) => string.Concat(text.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-'));
}
