using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Wallet;

/// <summary>Reads and writes wallets. Keeping and using are each done once for one source, however often they are asked for.</summary>
public sealed class WalletStore(ITables tables, KeyedHashes hashes)
{
    private readonly ITable _table = tables[Tables.Wallet];

    public async Task<WalletItem?> FindAsync(PaperOwner owner, string id, CancellationToken ct) =>
        await _table.FindAsync(owner.Key, WalletRows.ItemPrefix + id, ct) is { } row ? WalletRows.ToItem(row) : null;

    public async Task<PageOf<WalletItem>> PageAsync(PaperOwner owner, PageAsked asked, CancellationToken ct)
    {
        // A cursor comes back from outside: one that does not name an item begins at the beginning.
        var after = asked.After?.StartsWith(WalletRows.ItemPrefix, StringComparison.Ordinal) == true ? asked.After : null;
        var page = await _table.ScanAsync(RowRange.Prefix(owner.Key, WalletRows.ItemPrefix).After(after), asked.Limit, ct);
        return new([.. page.Rows.Select(WalletRows.ToItem)], page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    /// <summary>Every item of one type, oldest first.</summary>
    public async Task<IReadOnlyList<WalletItem>> OfTypeAsync(PaperOwner owner, string type, CancellationToken ct) =>
        await _table.ReadAllAsync(RowRange.Prefix(owner.Key, $"{WalletRows.ItemPrefix}{type}."), ct).Select(WalletRows.ToItem).OrderBy(item => item.KeptAt)
            .ToListAsync(ct);

    /// <summary>Results of every procedure that hold, newest first.</summary>
    public async Task<IReadOnlyList<WalletItem>> ResultsAsync(PaperOwner owner, CancellationToken ct) =>
        await _table.ReadAllAsync(RowRange.Prefix(owner.Key, WalletRows.ItemPrefix + PaperRules.ResultTypePrefix), ct).Select(WalletRows.ToItem)
            .Where(item => item.WithdrawnOn is null).OrderByDescending(item => item.KeptAt).ToListAsync(ct);

    /// <summary>
    /// Keeps an item under an id that follows from what it is made from, and that nobody can guess without the office's key; one made from what another
    /// is made from is not kept.
    /// </summary>
    /// <param name="item">Its id is given here.</param>
    /// <exception cref="StaleRowException">Another item of the type was kept at the same moment; ask again.</exception>
    public async Task KeepAsync(PaperOwner owner, WalletItem item, CancellationToken ct)
    {
        var kept = await OfTypeAsync(owner, item.Type, ct);
        if (!kept.Any(item.IsMadeFromTheSameAs))
        {
            var named = item with { Id = $"{item.Type}.{hashes.Of("wallet-item", $"{owner.Key}\n{item.Upload?.ToString() ?? item.From.ToString()}")}" };
            await _table.WriteAsync([RowChange.Insert(WalletRows.ToRow(owner, named))], ct);
        }
    }

    /// <summary>A result of the person's holds no longer: it stays to be seen and is never used again.</summary>
    /// <exception cref="StaleRowException">The item was used at the same moment; ask again.</exception>
    public async Task WithdrawAsync(PaperOwner owner, string type, DossierCode from, DateOnly day, CancellationToken ct)
    {
        foreach (var item in (await OfTypeAsync(owner, type, ct)).Where(item => item.From == from && item.Upload is null && item.WithdrawnOn is null))
        {
            if (await _table.FindAsync(owner.Key, WalletRows.ItemPrefix + item.Id, ct) is { } row)
            {
                await _table.WriteAsync([RowChange.Replace(WalletRows.ToRow(owner, item with { WithdrawnOn = day }, row.Tag))], ct);
            }
        }
    }

    /// <summary>Takes out what a dossier that is erased brought in, unless it was used again; and that it used anything.</summary>
    /// <param name="isElsewhere">Whether another dossier of the person has the paper.</param>
    public async Task ForgetAsync(PaperOwner owner, DossierCode code, Func<UploadId, bool> isElsewhere, CancellationToken ct)
    {
        var gone = new List<TableRow>();
        await foreach (var row in _table.ReadAllAsync(RowRange.All(owner.Key), ct))
        {
            var item = row.Key.StartsWith(WalletRows.ItemPrefix, StringComparison.Ordinal) ? WalletRows.ToItem(row) : null;
            var leaves = item is null ? row.Key.Contains($".{code}.", StringComparison.Ordinal)
                : item.From == code && !(item.Upload is { } upload && isElsewhere(upload));
            gone.AddRange(leaves ? [row] : []);
        }

        await _table.DeleteAllAsync(gone, ct);
    }

    /// <summary>Records that an item was used for a dossier and that its owner agreed.</summary>
    /// <exception cref="StaleRowException">The item was used elsewhere at the same moment; ask again.</exception>
    public async Task RecordUseAsync(PaperOwner owner, string id, string paper, WalletUse use, CancellationToken ct)
    {
        var key = WalletRows.UseKey(id, use.Dossier, paper);
        if (await _table.FindAsync(owner.Key, key, ct) is not null || await _table.FindAsync(owner.Key, WalletRows.ItemPrefix + id, ct) is not { } row)
        {
            return;
        }

        var item = WalletRows.ToItem(row);
        var used = item with { Uses = item.Uses + 1, LastUse = use };
        await _table.WriteAsync([RowChange.Replace(WalletRows.ToRow(owner, used, row.Tag)), RowChange.Insert(WalletRows.ToUse(owner, key, use))], ct);
    }
}
