using System.Text.Json;
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
    private const string Use = "Use";

    public static TableRow ToRow(PaperOwner owner, WalletItem item, string? tag = null) =>
        new(owner.Key, ItemPrefix + item.Id, new Dictionary<string, object?> { [Item] = JsonSerializer.Serialize(item, OfficeJson.Stored) }, tag);

    public static WalletItem ToItem(TableRow row) => row.Json<WalletItem>(Item)!;

    public static string UseKey(string item, DossierCode dossier, string paper) => $"y{item}.{dossier}.{paper}";

    public static TableRow ToUse(PaperOwner owner, string key, WalletUse use) =>
        new(owner.Key, key, new Dictionary<string, object?> { [Use] = JsonSerializer.Serialize(use, OfficeJson.Stored) });
}
