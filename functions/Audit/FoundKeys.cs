using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>Keys for the way back: the dossiers of a part lie in few files, in the order of their codes, so the last one read is kept at hand.</summary>
internal sealed class FoundKeys(DataKeys keys, KeyCopies copies)
{
    private BlobName? _file;
    private Dictionary<string, KeyCopy> _copies = [];

    /// <summary>Of the dossier asked for last.</summary>
    public DossierKey? Last { get; private set; }

    /// <returns>The key, or what is left of an erased dossier; neither for one of before there were keys.</returns>
    public async Task<(DossierKey? Key, ErasedDossier? Erased)> OfAsync(string code, CancellationToken ct)
    {
        if (KeyCopies.NameOf(code) is var file && file != _file)
        {
            (_file, _copies) = (file, await copies.ReadAsync(file, ct));
        }

        var copy = _copies.GetValueOrDefault(code);
        Last = keys.Open(copy?.Key);
        return (Last, copy?.Erased);
    }
}
