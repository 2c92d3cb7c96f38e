using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Wallet;

/// <summary>The applicant's whole wallet: the serials in it stand in dossiers, so it cannot be made anew.</summary>
public sealed class WalletAnnex(ITables tables, PaperOwners owners) : IDossierAnnex
{
    public async Task<IReadOnlyList<AnnexRow>> RowsAsync(Dossier dossier, IReadOnlyList<Paper> papers, CancellationToken ct) =>
        await tables[Tables.Wallet].ReadAllAsync(RowRange.All(owners.Of(dossier.Applicant.PersonalNumber).Key), ct)
            .Select(row => new AnnexRow(Tables.Wallet, row)).ToListAsync(ct);
}
