using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Signing.Certificates;

/// <summary>The roots of the chains that were imported: whom the office trusts when it checks a paper.</summary>
public sealed class TrustedRoots(ITables tables)
{
    private const string Partition = "trusted-roots";

    public async Task<X509Certificate2Collection> AllAsync(CancellationToken ct)
    {
        var roots = new X509Certificate2Collection();
        await foreach (var row in tables[Tables.Reference].ReadAllAsync(RowRange.All(Partition), ct))
        {
            roots.Add(X509CertificateLoader.LoadCertificate(row.BytesOrNull("Certificate")!));
        }

        return roots;
    }

    public Task AddAsync(X509Certificate2 root, CancellationToken ct) => tables[Tables.Reference].WriteAsync(
        [RowChange.Upsert(new TableRow(Partition, root.Thumbprint, new Dictionary<string, object?> { ["Certificate"] = root.RawData }))], ct);
}
