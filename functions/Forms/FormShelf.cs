using System.Globalization;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Forms;

/// <summary>The signed forms of each dossier, written once: by form and by the version of the event it tells of.</summary>
public sealed class FormShelf(IBlobs blobs)
{
    public Task<byte[]?> FindAsync(string code, string form, long version, CancellationToken ct) => blobs.ReadAsync(NameOf(code, form, version), ct);

    /// <summary>Whoever comes second changes nothing: the paper that is there stays.</summary>
    /// <param name="code">The dossier.</param>
    /// <param name="form">01 to 06.</param>
    /// <param name="version">Of the event.</param>
    /// <param name="pdf">Signed.</param>
    /// <param name="facts">With which key.</param>
    /// <param name="ct">Cancels.</param>
    public Task AddAsync(string code, string form, long version, byte[] pdf, BlobFacts facts, CancellationToken ct) =>
        blobs.CreateAsync(NameOf(code, form, version), new MemoryStream(pdf), facts, ct);

    private static BlobName NameOf(string code, string form, long version) =>
        new(Containers.Results, string.Create(CultureInfo.InvariantCulture, $"{code}/forms/{form}-{version}.pdf"));
}
