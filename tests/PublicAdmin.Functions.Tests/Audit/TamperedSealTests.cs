using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Audit;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Signing;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>Whoever changes the seals themselves is found out by their neighbours, their signature and the hashes they name.</summary>
public sealed class TamperedSealTests : IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    private Office _office = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync();
        await _office.FileOneAsync();
        await _office.SealUpToAsync("2026-11-22T18:10Z");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task A_manifest_written_anew_is_named_by_the_next_day_and_by_its_signature()
    {
        await _office.RewriteAsync(
            SealNames.Manifest(Friday),
            bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"accesses\": 1", "\"accesses\": 0", StringComparison.Ordinal)));

        var verdict = await _office.CheckDayAsync(Friday);

        Assert.Equal([FindingKind.ManifestAltered, FindingKind.SignatureMissing], verdict.Findings.Select(finding => finding.Kind));
        Assert.Contains(
            (await _office.CheckDayAsync(Friday.AddDays(1))).Findings, finding => (finding.Kind, finding.Day) == (FindingKind.ManifestAltered, Friday));
    }

    [Fact]
    public async Task A_part_written_anew_is_named()
    {
        var part = (await _office.ManifestAsync(Friday)).Parts[0].Name;
        await _office.RewriteAsync(part, bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);

        var verdict = await _office.CheckDayAsync(Friday);

        Assert.Equal([(FindingKind.FileAltered, part)], verdict.Findings.Select(finding => (finding.Kind, finding.Key!)));
    }

    [Fact]
    public async Task A_day_taken_out_of_the_middle_is_named_by_itself_and_by_the_next_one()
    {
        var saturday = Friday.AddDays(1);
        await _office.ForgetBlobAsync(SealNames.Manifest(saturday));

        Assert.Equal(
            [(FindingKind.ManifestMissing, saturday)], (await _office.CheckDayAsync(saturday)).Findings.Select(finding => (finding.Kind, finding.Day)));
        Assert.Equal(
            [(FindingKind.ManifestMissing, saturday)],
            (await _office.CheckDayAsync(saturday.AddDays(1))).Findings.Select(finding => (finding.Kind, finding.Day)));
    }

    [Fact]
    public async Task A_seal_signed_with_a_key_of_ones_own_is_named()
    {
        var sunday = new DateOnly(2026, 11, 22);
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = SealShelf.BytesOf(
            await _office.ManifestAsync(sunday) with
            {
                Events = 7,
                Key = new(SealSigner.Key, "000009", SigningAlgorithm.ES256, own.ExportSubjectPublicKeyInfoPem())
            });
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(forged));
        await _office.RewriteAsync(SealNames.Manifest(sunday), _ => forged);
        var signature = own.SignData(forged, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        await _office.The<IBlobs>()
            .CreateAsync(SealNames.Blob(SealNames.Signature(sunday, sha256)), new MemoryStream(signature), BlobFacts.Of(SealNames.Binary), default);

        var verdict = await _office.CheckDayAsync(sunday);

        Assert.Contains(verdict.Findings, finding => finding.Kind is FindingKind.KeyForeign);
        Assert.Contains(verdict.Findings, finding => finding.Kind is FindingKind.ManifestAltered);
    }

    [Fact]
    public async Task A_seal_that_was_lifted_is_named()
    {
        var part = (await _office.ManifestAsync(Friday)).Parts[0].Name;
        await _office.LiftSealAsync(part);

        Assert.Equal([(FindingKind.FileNotSealed, part)], (await _office.CheckDayAsync(Friday)).Findings.Select(finding => (finding.Kind, finding.Key!)));
    }
}
