using System.Security.Cryptography;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Keys;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Dossiers;

/// <summary>What happens to the keys that wrap data keys.</summary>
internal static class Generations
{
    public static async Task<int> GenerationOfAsync(this Office office, DossierCode code) =>
        DataKeys.GenerationOf(DossierRows.WrappedKeyOf(await office.HeadOfAsync(code))!);

    /// <summary>The next version of the vault's key, an hour to notice it, and the time until every instance knows.</summary>
    public static async Task RotateAsync(this Office office)
    {
        await office.PutNextKeyAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(11));
    }

    public static async Task PutNextKeyAsync(this Office office)
    {
        var next = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await File.WriteAllTextAsync(Path.Combine(office.Folder, "keys", IVaultKey.Name, "000002.key"), next);
        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.The<DataKeyRing>().RefreshAsync(default);
    }

    /// <summary>Wraps its data key as it was done before there were generations: with a key made of the office's own.</summary>
    public static async Task WrapAsBeforeAsync(this Office office, DossierCode code)
    {
        var head = await office.HeadOfAsync(code);
        var secret = DossierRows.KeyOf(head, office.The<DataKeys>())!.Secret;
        byte[] wrapped = [1, .. GcmEnvelope.Seal(office.The<KeyedHashes>().Bytes("data-keys", "1"), secret, [])];
        await office.The<ITables>()[Tables.Dossiers].WriteAsync(
            [RowChange.Replace(head with { Values = new Dictionary<string, object?>(head.Values) { ["K"] = wrapped } })], default);
    }

    public static async Task LoseGenerationsAsync(this Office office, bool rows)
    {
        var table = office.The<ITables>()[Tables.Reference];
        foreach (var row in rows ? await table.ReadAllAsync(RowRange.All(IVaultKey.Name), default).ToListAsync() : [])
        {
            await table.WriteAsync([RowChange.Delete(row.Partition, row.Key)], default);
        }

        foreach (var name in rows ? [] : await office.The<IBlobLists>().ListAsync(Containers.DataKeys, "generations/", default))
        {
            await office.The<IBlobs>().DeleteAsync(name, default);
        }
    }

    private static async Task<TableRow> HeadOfAsync(this Office office, DossierCode code) =>
        (await office.The<ITables>()[Tables.Dossiers].FindAsync(code.ToString(), DossierRows.HeadKey, default))!;
}
