using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;

namespace PublicAdmin.Documents.Wallet;

/// <summary>Which results of a person's own there are to be read again.</summary>
public sealed class PastResults(WalletStore wallet, PaperOwners owners)
{
    /// <summary>An <see cref="OwnResults"/>; of an organisation none.</summary>
    public async Task<IReadOnlyList<DossierCode>> FindAsync(Caller caller, int most, CancellationToken ct) =>
        caller is { Organisation: null, PersonalNumber: { } number }
            ? [.. (await wallet.ResultsAsync(owners.Of(number), ct)).Take(most).Select(item => item.From)]
            : [];
}
