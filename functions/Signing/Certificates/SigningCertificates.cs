using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Signing.Certificates;

/// <summary>
/// The certificates issued for the vault's keys. A rotated key goes on signing with its older version until the new one has its certificate, so
/// a rotation never stops the office.
/// </summary>
public sealed class SigningCertificates(
    ITables tables, ISigningKeys keys, TrustedRoots roots, CertificateCheck check, TimeProvider clock, FirstCertificate? first = null)
{
    private const int MostKept = 1_000;

    // Parsing a chain and proving it costs more than signing with it; the text in the table says whether it is still the same.
    private readonly ConcurrentDictionary<(string Name, string Version), (string Pem, SigningIdentity Identity)> _read = new();

    private ITable Table => tables[Tables.Reference];

    /// <summary>Who signs for an owner today.</summary>
    public async Task<Result<SigningIdentity>> FindAsync(SigningOwner owner, CancellationToken ct)
    {
        var found = await FindAsync(owner.KeyName, ct);
        return found.Refusal?.Code == SigningRefusals.CertificateMissing.Code && first is not null && await first(owner, ct)
            ? await FindAsync(owner.KeyName, ct)
            : found;
    }

    /// <summary>Who signs with a key today.</summary>
    public async Task<Result<SigningIdentity>> FindAsync(string name, CancellationToken ct)
    {
        var rows = await Table.ReadAllAsync(RowRange.All(PartitionOf(name)), ct).ToListAsync(ct);
        var picture = SignaturePictures.On(clock.Today(), rows);
        var chains = rows.Where(row => !SignaturePictures.Is(row))
            .Select(row => (Version: row.Key, Pem: row.Text("Chain"), From: row.InstantOrNull("From") ?? row.Instant("ImportedAt"))).ToList();

        foreach (var (version, pem, _) in chains.OrderByDescending(entry => entry.From).ThenByDescending(entry => entry.Version, StringComparer.Ordinal))
        {
            if (await keys.FindAsync(name, version, ct) is { } key)
            {
                return await check.CheckAsync(IdentityOf(key, pem) with { Picture = picture }, ct);
            }
        }

        return chains.Count == 0 ? SigningRefusals.CertificateMissing.With(name) : SigningRefusals.KeyUnknown.With(name);
    }

    /// <summary>Imports the chain that was issued for a version of a key; doing it again changes nothing.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="pem">The key's certificate first, the root last.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<SigningIdentity>> ImportAsync(SigningKey key, string pem, CancellationToken ct)
    {
        if (ReadOrNull(pem) is not { Count: > 0 } chain)
        {
            return SigningRefusals.CertificateUnreadable;
        }

        if (!chain[0].PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.PublicKey.Span))
        {
            return SigningRefusals.CertificateMismatch.With(key.Name, key.Version);
        }

        var found = await check.CheckAsync(new SigningIdentity(key, chain), ct);
        if (found.Refusal is null)
        {
            await Table.WriteAsync([RowChange.Upsert(RowOf(key, pem, chain[0]))], ct);
            await roots.AddAsync(chain[^1], ct);
        }

        return found;
    }

    private TableRow RowOf(SigningKey key, string pem, X509Certificate2 certificate) => new(
        PartitionOf(key.Name),
        key.Version,
        new Dictionary<string, object?> { ["Chain"] = pem, ["From"] = new DateTimeOffset(certificate.NotBefore), ["ImportedAt"] = clock.GetUtcNow() });

    private SigningIdentity IdentityOf(SigningKey key, string pem)
    {
        if (_read.TryGetValue((key.Name, key.Version), out var kept) && kept.Pem == pem)
        {
            return kept.Identity;
        }

        if (_read.Count >= MostKept)
        {
            _read.Clear();
        }

        var identity = new SigningIdentity(key, Read(pem));
        _read[(key.Name, key.Version)] = (pem, identity);
        return identity;
    }

    internal static string PartitionOf(string name) => $"signing-certificates {name}";

    private static List<X509Certificate2>? ReadOrNull(string pem)
    {
        try
        {
            return Read(pem);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static List<X509Certificate2> Read(string pem)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(pem);
        return [.. chain];
    }
}
