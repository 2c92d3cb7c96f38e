using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// Dossiers as they were last read or written. The row is always read; one whose tag is known is not made into a dossier again, which is
/// half of what tracking costs. Each code has one place, and the latest stays in it.
/// </summary>
internal sealed class KeptHeads(DataKeys keys)
{
    private const int Places = 1024; // Some ten megabytes.

    private readonly StoredDossier?[] _kept = new StoredDossier?[Places];

    public StoredDossier Read(TableRow head) =>
        _kept[PlaceOf(head.Partition)] is { } kept && kept.Tag == head.Tag && kept.Dossier.Code.ToString() == head.Partition
            ? kept : Keep(DossierRows.ToDossier(head, keys));

    /// <summary>As it was last read or written here; null when another has its place.</summary>
    public StoredDossier? Find(DossierCode code) => _kept[PlaceOf(code.ToString())] is { } kept && kept.Dossier.Code == code ? kept : null;

    public void Forget(DossierCode code) => _kept[PlaceOf(code.ToString())] = null;

    public StoredDossier Keep(StoredDossier stored) => _kept[PlaceOf(stored.Dossier.Code.ToString())] = stored;

    private static uint PlaceOf(string code) => (uint)string.GetHashCode(code, StringComparison.Ordinal) % Places;
}
