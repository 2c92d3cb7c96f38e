using System.Text.Json;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Wallet;

/// <summary>
/// How wallets lie in table Wallet: one partition per person with <c>w…</c> for the items and <c>y…</c> for each time one was used
/// again, with the consent.
/// </summary>
internal static class WalletRows
{
    public const string ItemPrefix = "w";

    private const string Item = "Item";
    private const string Sha256 = "Sha256";
    private const string Use = "Use";

    /// <summary>What the keys say is not said again: the id, and whose the bytes are when they are the wallet's own person's.</summary>
    public static TableRow ToRow(PaperOwner owner, WalletItem item, string? tag = null)
    {
        var own = item.Upload is { } upload && upload.Owner == owner.Key ? upload : null;
        var told = item with { Id = "", Upload = own is null ? item.Upload : null };
        return new(owner.Key, ItemPrefix + item.Id, new Dictionary<string, object?>
        {
            [Item] = JsonSerializer.Serialize(told, OfficeJson.Stored),
            [Sha256] = own is null ? null : Convert.FromHexString(own.Sha256),
        }, tag);
    }

    public static WalletItem ToItem(TableRow row)
    {
        var told = row.Json<WalletItem>(Item)!;
        return told with
        {
            Id = row.Key[ItemPrefix.Length..],
            Upload = row.BytesOrNull(Sha256) is { } sha256 ? UploadId.Of(new PaperOwner(row.Partition), Convert.ToHexStringLower(sha256)) : told.Upload,
        };
    }

    public static string UseKey(string item, DossierCode dossier, string paper) => $"y{item}.{dossier}.{paper}";

    public static TableRow ToUse(PaperOwner owner, string key, WalletUse use) =>
        new(owner.Key, key, new Dictionary<string, object?> { [Use] = JsonSerializer.Serialize(use, OfficeJson.Stored) });
}
