using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>A row outside a dossier's partition as it is copied beside the history: sealed with the dossier's key, so that it ends with it.</summary>
internal static class SealedAnnex
{
    private const string Sealed = "S";

    /// <param name="key">Null for a dossier of before there were keys: copied as it is.</param>
    public static AnnexRow Of(AnnexRow annex, DossierKey? key) => key is null ? annex : annex with
    {
        Row = annex.Row with
        {
            Values = new Dictionary<string, object?> { [Sealed] = key.Seal(PlaceOf(annex.Table, annex.Row), JournalLine.Of(annex.Row, annex.Table)) },
        },
    };

    /// <returns>Null when it cannot be opened any more.</returns>
    public static AnnexRow? Opened(AnnexRow annex, DossierKey? key)
    {
        if (annex.Row.BytesOrNull(Sealed) is not { } bytes)
        {
            return annex;
        }

        var line = key?.Open(PlaceOf(annex.Table, annex.Row), bytes);
        return line is { Length: > 1 } ? new AnnexRow(annex.Table, JournalLine.Read(line).Row) : null;
    }

    private static string PlaceOf(string table, TableRow row) => $"{table}\n{row.Partition}\n{row.Key}";
}
