using PublicAdmin.Documents.Checking;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Scans.Judging;

namespace PublicAdmin.Documents.Wallet;

/// <summary>Which paper may fulfil which component: the office asks for nothing it can look up, takes nothing unusable, and reuses only with consent.</summary>
public static class PaperRules
{
    /// <summary>
    /// Whether a component takes a paper at all. What is only shown is scanned for one purpose: a clerk scans the original of which a certified electronic copy
    /// was asked for (Decree 45/2020/NĐ-CP, Article 10).
    /// </summary>
    /// <param name="component">Of the procedure.</param>
    /// <param name="procedure">In force.</param>
    /// <param name="byClerk">Whether somebody at the desk hands it in, with the original before them.</param>
    public static Refusal? ComponentBroken(Component component, ProcedureVersion procedure, bool byClerk) => component.Form switch
    {
        ComponentForm.Shown when byClerk && procedure.CertifiesCopies => null,
        ComponentForm.FromDatabase => PaperRefusals.NotNeeded.With(component.Name),
        ComponentForm.Shown => PaperRefusals.OnlyShown.With(component.Name),
        _ => null,
    };

    /// <param name="stored">What lies under the upload's id, once its owner is known to be a party; null for nothing.</param>
    public static Result<Paper> FromUpload(Component component, StoredPaper? stored, string id, DateTimeOffset now) => stored switch
    {
        null or { Leaving: true } => PaperRefusals.Unknown,
        { Check.State: CheckState.Refused } => Unusable(component.Name, stored),
        { Source.Office: null } when component.Form is ComponentForm.Shown => PaperRefusals.OnlyShown.With(component.Name), // Scanned by no desk.
        _ when !stored.MayBeHandedIn(now) => PaperRefusals.TooOld.With(component.Name),
        _ => new Paper(id, component.Id, component.Name.Vi, Lineage.Scanned, stored.Id.ToString(), stored.Id.Sha256, stored.Plan.Size),
    };

    /// <summary>A picture that an answer of the e-form names.</summary>
    /// <param name="component">The place of the answer.</param>
    /// <param name="stored">What lies under the upload's id, once its owner is known to be a party; null for nothing.</param>
    public static Result<Paper> FromAnswer(string component, Text name, StoredPaper? stored, string id, DateTimeOffset now) => stored switch
    {
        null or { Leaving: true } => PaperRefusals.Unknown,
        { Check.State: CheckState.Refused } => Unusable(name, stored),
        { Check.Kind: not (FileKind.Jpeg or FileKind.Png or FileKind.Unknown) } => PaperRefusals.NotAPicture.With(name),
        _ when !stored.MayBeHandedIn(now) => PaperRefusals.TooOld.With(name),
        _ => new Paper(id, component, name.Vi, Lineage.Scanned, stored.Id.ToString(), stored.Id.Sha256, stored.Plan.Size),
    };

    /// <param name="item">The applicant's own; null for nothing.</param>
    /// <param name="bytes">What lies under the item's upload; null for a result.</param>
    public static Result<Paper> FromWallet(
        Component component, WalletItem? item, StoredPaper? bytes, Consent? consent, string id, DateTimeOffset now) => item switch
        {
            null => PaperRefusals.Unknown,
            _ when component.Form is ComponentForm.Shown => PaperRefusals.OnlyShown.With(component.Name),
            { WithdrawnOn: { } day } => PaperRefusals.Withdrawn.With(component.Name, day),
            _ when !item.HoldsOn(DateOnly.FromDateTime(now.Here().DateTime)) =>
                PaperRefusals.Expired.With(component.Name, item.ExpiresOn!.Value),
            _ when consent is null => PaperRefusals.ConsentMissing.With(component.Name),
            _ when bytes?.Check.State is CheckState.Refused => Unusable(component.Name, bytes),
            _ => new Paper(id, component.Id, component.Name.Vi, Lineage.Reused, $"{WalletPrefix}{item.Id}", bytes?.Id.Sha256, bytes?.Plan.Size ?? 0, consent),
        };

    /// <summary>Before the wallet item's id in <see cref="Paper.Source"/>.</summary>
    public const string WalletPrefix = "wallet:";

    /// <summary>National code of component digitization: 0 none, 1 scanned, 2 reused from another dossier's paper, 3 reused from a past result.</summary>
    public static int DigitizationCode(Paper paper) => paper.Lineage switch
    {
        Lineage.Scanned => 1,
        Lineage.Reused => WalletIdOf(paper)!.StartsWith(ResultTypePrefix, StringComparison.Ordinal) ? 3 : 2,
        _ => 0,
    };

    /// <summary>Before the procedure's code in the type of a kept result.</summary>
    public const string ResultTypePrefix = "result-";

    /// <summary>The wallet item a paper was reused from; null for other papers.</summary>
    public static string? WalletIdOf(Paper paper) =>
        paper.Source.StartsWith(WalletPrefix, StringComparison.Ordinal) ? paper.Source[WalletPrefix.Length..] : null;

    private static Refusal Unusable(Text name, StoredPaper stored) =>
        PaperRefusals.Unusable.With(name, stored.Check.Findings?.Refusal?.Text).Knowing("finding", stored.Check.Findings?.Refusal?.Code);
}
