using System.Globalization;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Procedures;
using PublicAdmin.Scans.Judging;

namespace PublicAdmin.Documents.Reading;

/// <summary>A file of a dossier that may be sent.</summary>
/// <param name="FileName">The component's name, its page and the ending its content asks for.</param>
public sealed record PaperFile(StoredPaper Stored, string FileName)
{
    public StoredFile File => new(Stored.Id.Blob, Stored.Plan.Size, Stored.Check.Kind.ContentType(), FileName, Stored.Id.Sha256);
}

/// <summary>Reads the papers of a dossier. What a check told is read where it lies, so it is never out of date in a dossier.</summary>
public sealed class DossierPapers(DossierStore dossiers, UploadStore uploads, WalletStore wallet, PaperOwners owners, ProcedureCatalogue procedures)
{
    public async Task<IReadOnlyList<DocumentView>> ListAsync(Dossier dossier, Caller caller, CancellationToken ct)
    {
        var papers = await dossiers.PapersAsync(dossier.Code, ct);
        return await Task.WhenAll(
            papers.Select(async paper => ViewOf(paper, PageOf(paper, papers), await FindAsync(dossier, paper, ct), caller.MaySeeApplicantsOwn(dossier))));
    }

    public async Task<Result<PaperFile>> OpenAsync(Dossier dossier, string id, Caller caller, CancellationToken ct)
    {
        var papers = await dossiers.PapersAsync(dossier.Code, ct);
        if (papers.FirstOrDefault(paper => paper.Id == id) is not { } paper)
        {
            return PaperRefusals.NotFound.With(id);
        }

        return await OpenAsync(dossier, paper, papers, caller, ct);
    }

    /// <summary>All pages of one component, in order.</summary>
    public async Task<Result<IReadOnlyList<PaperFile>>> OpenPagesAsync(Dossier dossier, string component, Caller caller, CancellationToken ct)
    {
        var papers = await dossiers.PapersAsync(dossier.Code, ct);
        var pages = new List<PaperFile>();
        foreach (var paper in papers.Where(paper => paper.Component == component))
        {
            if (!(await OpenAsync(dossier, paper, papers, caller, ct)).Try(out var page, out var refusal))
            {
                return refusal;
            }

            pages.Add(page);
        }

        return pages.Count > 0 ? pages : PaperRefusals.NotFound.With(component);
    }

    /// <summary>What the pinned version of the procedure calls one of its components.</summary>
    public Text NameOf(Dossier dossier, string component) =>
        procedures.AskedOf(dossier)?.Components.FirstOrDefault(one => one.Id == component)?.Name
            ?? Text.Same(component);

    private async Task<Result<PaperFile>> OpenAsync(Dossier dossier, Paper paper, IReadOnlyList<Paper> papers, Caller caller, CancellationToken ct) =>
        await FindAsync(dossier, paper, ct) switch
        {
            _ when paper.Lineage is not Lineage.Scanned && !caller.MaySeeApplicantsOwn(dossier) => DossierRefusals.AuthorityUnproven.With(dossier.Code),
            null => PaperRefusals.NoBytes.With(NameOf(dossier, paper.Component), dossier.Code),
            { Check: { State: CheckState.Refused, Findings: { } found } } when found.IsInfected => PaperRefusals.Blocked.With(NameOf(dossier, paper.Component)),
            { Check.State: CheckState.Pending } when caller.Kind is not CallerKind.Citizen => PaperRefusals.NotChecked.With(NameOf(dossier, paper.Component)),
            var stored => new PaperFile(stored, FileNameOf(paper, PageOf(paper, papers), stored.Check.Kind)),
        };

    private async Task<StoredPaper?> FindAsync(Dossier dossier, Paper paper, CancellationToken ct)
    {
        if (UploadId.TryParse(paper.Source, out var id))
        {
            return await uploads.FindStoredAsync(id, ct);
        }

        var item = PaperRules.WalletIdOf(paper) is { } known ? await wallet.FindAsync(owners.Of(dossier.Applicant.PersonalNumber), known, ct) : null;
        return item?.Upload is { } upload ? await uploads.FindStoredAsync(upload, ct) : null;
    }

    private static DocumentView ViewOf(Paper paper, int page, StoredPaper? stored, bool whole) => new(
        paper.Id,
        paper.Component,
        paper.Name,
        page,
        paper.Lineage,
        PaperRules.DigitizationCode(paper),
        stored?.Plan.Size ?? 0,
        stored?.Check.Kind.ContentType(),
        paper.Consent?.Here(),
        stored?.Check,
        whole ? paper.Record : paper.Record?.WithoutFacts());

    private static int PageOf(Paper paper, IReadOnlyList<Paper> papers) =>
        1 + papers.Where(other => other.Component == paper.Component).TakeWhile(other => other.Id != paper.Id).Count();

    private static string FileNameOf(Paper paper, int page, FileKind kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{paper.Name.Replace('/', '-')}{(page > 1 ? $" ({page})" : "")}{kind.Extension()}");
}
