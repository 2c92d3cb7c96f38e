using System.Security.Cryptography;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>The record of a dossier as far as a seal goes: events up to a version, accesses up to the end of a day, the e-form.</summary>
/// <param name="Rows">In the order of their keys.</param>
internal sealed record DossierRecord(IReadOnlyList<TableRow> Rows)
{
    public long Version => Rows.Count == 0 ? 0 : Rows.Max(row => DossierPartition.VersionOf(row.Key));

    public int Events => Rows.Count(row => DossierPartition.IsEvent(row.Key));

    public int Accesses => Rows.Count(row => DossierPartition.IsAccess(row.Key));

    /// <summary>All events there are.</summary>
    public static DossierRecord UpTo(DateTimeOffset end, IEnumerable<TableRow> record) => Of(record, long.MaxValue, end);

    public static DossierRecord Of(IEnumerable<TableRow> record, long version, DateTimeOffset end)
    {
        var first = DossierPartition.AccessKeyAt(end);
        return new([.. record.Where(
            row => DossierPartition.IsAccess(row.Key) ? string.CompareOrdinal(row.Key, first) < 0 : DossierPartition.VersionOf(row.Key) <= version)]);
    }

    /// <summary>Hex.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in Rows)
        {
            hash.AppendData(JournalLine.Of(row));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
