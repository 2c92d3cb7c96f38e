using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Lists;

/// <summary>
/// Việc đồng ý và ủy quyền: every dossier somebody else filed for a person or for which somebody else recorded the person's consent, newest first. It is how
/// the person hears of it, signed in with the own account.
/// </summary>
public sealed class CitizenConsents(KeyedHashes hashes) : IDossierList
{
    public string PartitionOf(string personalNumber) => $"k:{hashes.Of("citizen", personalNumber)}";

    public IEnumerable<ListRow> RowsOf(Dossier dossier)
    {
        if (dossier.IsCase() || (dossier.Proxy is null && !dossier.LookUpAsked && dossier.LookUpConsent is null or { Kind: ConsentKind.OwnAccount }))
        {
            return [];
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - dossier.SubmittedAt.UtcTicks:D19}|{dossier.Code}");
        return [new ListRow(PartitionOf(dossier.Applicant.PersonalNumber), key, new Dictionary<string, object?>())];
    }
}

/// <summary>One matter somebody else has begun in a person's name.</summary>
/// <param name="Proxy">Who filed; null when a clerk or the portal did.</param>
/// <param name="Authority">What proves the proxy's authority; null while the person or a check has not said so.</param>
/// <param name="AuthorityDenied">The person has said that there is none.</param>
/// <param name="LookUpAsked">A look-up in databases waits for the person's answer (POST /api/dossiers/{code}/authority).</param>
/// <param name="MayAnswer">Whether there is still a proxy to be confirmed or denied at that door.</param>
/// <param name="LookUp">The consent to a look-up that was recorded, with its evidence.</param>
public sealed record ConsentView(
    DossierCode Code, string Procedure, DateTimeOffset SubmittedAt, Proxy? Proxy, Consent? Authority, bool AuthorityDenied, bool LookUpAsked, Consent? LookUp,
    bool MayAnswer)
{
    public static ConsentView Of(Dossier dossier) => new(
        dossier.Code,
        dossier.Procedure.Code,
        dossier.SubmittedAt.Here(),
        dossier.Proxy,
        dossier.Authority?.Here(),
        dossier.AuthorityDenied,
        dossier.LookUpAsked,
        dossier.LookUpConsent?.Here(),
        dossier.Objection(Act.AnswerAuthority, "") is null);
}
