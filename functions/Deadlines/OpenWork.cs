using System.Runtime.CompilerServices;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Deadlines;

/// <summary>Open dossiers of an office by the time they are due: a list of its own, so that an impact run or a forecast reads no others.</summary>
public sealed class OpenWork(ITables tables) : IDossierList
{
    public IEnumerable<ListRow> RowsOf(Dossier dossier) => dossier is { IsOpen: true, Deadline: { } deadline }
        ? [new ListRow(PartitionOf(dossier.Holding), ListKey.Of(deadline.DueAt, dossier.Code), new Dictionary<string, object?>())]
        : [];

    /// <summary>The codes of an office's dossiers due after a moment, the most urgent first.</summary>
    public async IAsyncEnumerable<DossierCode> DueFromAsync(string office, DateTimeOffset from, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in tables[Tables.Lists].ReadAllAsync(new RowRange(PartitionOf(office), ListKey.Of(from), null), ct))
        {
            yield return DossierCode.Parse(row.Key.Split('|')[1]);
        }
    }

    private static string PartitionOf(string office) => $"due:{office}";
}
