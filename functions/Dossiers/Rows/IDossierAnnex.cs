using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>A row outside a dossier's partition.</summary>
/// <param name="Table">One of <see cref="Tables"/>.</param>
public sealed record AnnexRow(string Table, TableRow Row)
{
    /// <summary>A column: the row is copied with its dossier only, sealed with the dossier's key, and not when its table is copied whole.</summary>
    public const string Only = "WithDossier";
}

/// <summary>
/// What a room keeps about a dossier in a partition of its own and nobody could compute again: copied beside the history when a day is sealed.
/// </summary>
public interface IDossierAnnex
{
    /// <param name="dossier">As it is now.</param>
    /// <param name="papers">All it has.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<AnnexRow>> RowsAsync(Dossier dossier, IReadOnlyList<Paper> papers, CancellationToken ct);
}
