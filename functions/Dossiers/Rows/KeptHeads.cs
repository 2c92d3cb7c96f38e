using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// Dossiers as they were last read or written. The row is always read; one whose tag is known is not made into a dossier again, which is
/// half of what tracking costs. Each code has one place, and the latest stays in it.
/// </summary>
internal sealed class KeptHeads
{
    private const int Places = 1024; // Some ten megabytes.

    private readonly StoredDossier?[] _kept = new StoredDossier?[Places];

    public StoredDossier Read(TableRow head) =>
        _kept[PlaceOf(head.Partition)] is { } kept && kept.Tag == head.Tag && kept.Dossier.Code.ToString() == head.Partition
            ? kept : Keep(DossierRows.ToDossier(head));

    public StoredDossier Keep(StoredDossier stored) => _kept[PlaceOf(stored.Dossier.Code.ToString())] = stored;

    private static uint PlaceOf(string code) => (uint)string.GetHashCode(code, StringComparison.Ordinal) % Places;
}
