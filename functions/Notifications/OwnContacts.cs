using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Notifications;

/// <summary>
/// Where a person is reached when somebody else has acted in the person's name. Whoever files for another also writes the other's address, so a letter about
/// that goes where the person's own last online filing says, and to the address in the dossier only when there is none.
/// </summary>
public sealed class OwnContacts(ITables tables, DossierStore dossiers, CitizenDossiers list)
{
    private const int LookedAt = 20;

    /// <summary>The applicant with the address that letters about this dossier go to.</summary>
    public async Task<Applicant> OfAsync(Dossier dossier, CancellationToken ct)
    {
        var newest = await tables[Tables.Lists].ScanAsync(RowRange.All(list.PartitionOf(dossier.Applicant.PersonalNumber)), LookedAt, ct);
        foreach (var row in newest.Rows)
        {
            if ((await dossiers.FindAsync(CitizenDossiers.CodeOf(row.Key), ct))?.Dossier is { } other && IsOwnHand(other, dossier.Applicant))
            {
                return dossier.Applicant with { Email = other.Applicant.Email, Phone = other.Applicant.Phone };
            }
        }

        return dossier.Applicant;
    }

    // Filed online with nobody between: only the person's own account can do that.
    private static bool IsOwnHand(Dossier dossier, Applicant person) =>
        dossier is { Channel: Channel.Online, Proxy: null, FilingSystem: null, Helper: null } && dossier.Applicant.PersonalNumber == person.PersonalNumber
            && (dossier.Applicant.Email ?? dossier.Applicant.Phone) is not null;
}
