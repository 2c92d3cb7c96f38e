using System.IO.Compression;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Audit;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;
using PublicAdmin.Verifier;

namespace PublicAdmin.Tests.Audit;

/// <summary>Who has the files of a sealed day needs nothing of ours to check them.</summary>
public sealed class OfflineTests : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    private readonly TempFolder _files = new();
    private Office _office = null!;
    private DossierCode _code = null!;
    private SealManifest _manifest = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync();
        _code = await _office.FileOneAsync();
        await _office.SealUpToAsync("2026-11-21T18:10Z");
        _manifest = await _office.ManifestAsync(Friday);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    public void Dispose() => _files.Dispose();

    [FactNeeding("openssl")]
    public async Task Openssl_accepts_the_signature_of_the_manifest_and_refuses_that_of_another()
    {
        var manifest = (await ReadAsync(SealNames.Manifest(Friday)))!;
        var signature = (await ReadAsync(SealNames.Signature(Friday, Convert.ToHexStringLower(SHA256.HashData(manifest)))))!;
        var key = (await _office.Http.GetFromJsonAsync<SealKey>("/api/audit/key", OfficeJson.Options))!;
        string[] command = [
            "dgst", "-sha256", "-verify", _files.Write("key.pem", Encoding.ASCII.GetBytes(key.Pem)), "-signature", _files.Write("manifest.sig", signature)];

        Assert.Contains("Verified OK", OutsideTool.Run("openssl", [.. command, _files.Write("manifest.json", manifest)]).Output, StringComparison.Ordinal);
        Assert.NotEqual(0, OutsideTool.Run("openssl", [.. command, _files.Write("other.json", [.. manifest, 10])]).ExitCode);
    }

    [Fact]
    public async Task The_hash_of_a_dossiers_lines_is_that_of_the_index()
    {
        using var zip = new GZipStream(new MemoryStream((await ReadAsync(_manifest.Parts[0].Name))!), CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        var lines = (await reader.ReadToEndAsync()).Split('\n').Where(line => line.StartsWith($"{{\"p\":\"{_code}\",", StringComparison.Ordinal))
            .Select(line => line + "\n");

        var line = Assert.Single(await _office.The<SealShelf>().IndexAsync(_manifest, default));

        Assert.Equal(line.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))));
    }

    [Fact]
    public async Task The_verifier_that_shares_no_code_with_us_accepts_every_day_and_finds_a_byte_changed()
    {
        var key = (await _office.Http.GetFromJsonAsync<SealKey>("/api/audit/key", OfficeJson.Options))!;
        var verifier = new DaySeal(_office.Folder, _files.Write("office.pem", Encoding.ASCII.GetBytes(key.Pem)));
        Assert.Equal((0, 0), (verifier.Verify("2026-11-20"), verifier.Verify("2026-11-21")));

        var part = PathOf(PublicAdmin.Embedded.Blobs.BlobNames.Read(_office.Folder)[SealNames.Blob(_manifest.Parts[0].Name)].Tag);
        var bytes = await File.ReadAllBytesAsync(part);
        bytes[^9] ^= 1;
        await File.WriteAllBytesAsync(part, bytes);

        Assert.Equal(1, verifier.Verify("2026-11-20"));
    }

    [FactNeeding("gunzip")]
    public async Task An_empty_file_of_lines_is_gzip_too()
    {
        var index = (await _office.ManifestAsync(Friday.AddDays(1))).Index;

        Assert.Equal(0, index.Lines);
        Assert.Equal(
            (0, ""), OutsideTool.Run("gunzip", "-c", _files.Write("index.gz", (await ReadAsync(index.Name))!)) is var answer
                ? (answer.ExitCode, answer.Output) : default);
    }

    [Fact]
    public async Task The_file_of_names_leads_to_every_file_of_the_seal()
    {
        await _office.RestartAsync();

        var names = PublicAdmin.Embedded.Blobs.BlobNames.Read(_office.Folder);

        Assert.All(_manifest.Files, file => Assert.Equal(file.Sha256, HashOf(names[SealNames.Blob(file.Name)].Tag)));
    }

    private string HashOf(long number) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(number))));

    private string PathOf(long number) => Path.Combine(_office.Folder, "blobs", $"{number & 0xFF:x2}", $"{number:x16}");

    private Task<byte[]?> ReadAsync(string name) => _office.The<SealShelf>().ReadAsync(name, default);
}
