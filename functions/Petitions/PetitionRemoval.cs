using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Petitions;

/// <summary>
/// Removes petitions that were answered long enough ago, with what their petitioners left of themselves; what was counted of them stays. One about a dossier
/// that is held stays as long as the hold.
/// </summary>
public sealed class PetitionRemoval(PetitionStore store, ITables tables, KeptThings kept, TimeProvider clock)
{
    /// <summary>In the register of what is kept.</summary>
    public const string Place = "table Statistics: petitions";

    private readonly ITable _table = tables[Tables.Statistics];

    /// <param name="isHeld">Whether nothing of a dossier may be destroyed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(Func<DossierCode, CancellationToken, Task<bool>> isHeld, CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-kept.DaysOf(Place, clock.Today()));
        var answered = new RowRange(PetitionStore.Partition, $"a|{PetitionStore.Backwards(before)}", "a}"); // The later the answer, the earlier its key.
        await foreach (var line in _table.ReadAllAsync(answered, ct))
        {
            if (await store.FindAsync(line.Key.Split('|')[^1], ct) is ({ } petition, { } tag)
                && (petition.Dossier is not { } code || !await isHeld(code, ct)))
            {
                await RemoveAsync(petition, tag, ct);
            }
        }
    }

    private async Task RemoveAsync(Petition petition, string tag, CancellationToken ct)
    {
        string[] lines =
            [PetitionStore.AnswerKey(petition), PetitionStore.ListKey(petition.Office, petition), PetitionStore.ListKey(PetitionStore.Province, petition)];
        var whole = RowChange.Delete(PetitionStore.Partition, $"p|{petition.Id}", tag);
        try
        {
            await _table.WriteAsync([whole, .. lines.Select(key => RowChange.Delete(PetitionStore.Partition, key))], ct);
        }
        catch (StaleRowException)
        {
            // Its petitioner rates the answer at this moment: tomorrow it goes.
        }
    }
}
