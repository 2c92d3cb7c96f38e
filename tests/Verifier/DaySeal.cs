using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PublicAdmin.Verifier;

/// <summary>
/// Checks a sealed day from its files alone, with nothing of the system's own code: a folder as <c>az storage blob download-batch</c> fills it
/// (<c>2026-11-20/manifest.json</c> …), or the data folder of an embedded office, whose <c>blob-names.ndjson</c> says which file is which.
/// </summary>
internal sealed class DaySeal(string folder, string keyFile)
{
    private readonly Dictionary<string, string> _files = FilesIn(folder);
    private readonly List<string> _problems = [];

    public int Verify(string day)
    {
        if (Read($"{day}/manifest.json") is { } bytes)
        {
            using var manifest = JsonDocument.Parse(bytes);
            Console.WriteLine(
                $"{day}: {manifest.RootElement.GetProperty("dossiers")} dossiers, {manifest.RootElement.GetProperty("events")} events, {manifest.RootElement.GetProperty("accesses")} accesses");
            CheckSignature(day, bytes);
            CheckChain(manifest.RootElement);
            CheckFiles(manifest.RootElement);
        }

        _problems.ForEach(problem => Console.WriteLine($"- {problem}"));
        Console.WriteLine(_problems.Count == 0 ? "Nguyên vẹn. Intact." : "Không nguyên vẹn. Broken.");
        return _problems.Count == 0 ? 0 : 1;
    }

    private void CheckSignature(string day, byte[] manifest)
    {
        if (Read($"{day}/manifest-{Hash(manifest)[..16]}.sig") is not { } signature)
        {
            return;
        }

        var pem = File.ReadAllText(keyFile);
        if (!(IsRsa(pem) ? Rsa(pem, manifest, signature) : Ecdsa(pem, manifest, signature)))
        {
            _problems.Add("the signature does not hold");
        }
    }

    private void CheckChain(JsonElement manifest)
    {
        if (!manifest.TryGetProperty("previous", out var previous))
        {
            Console.WriteLine("the first day of all");
        }
        else if (Read($"{previous.GetProperty("day").GetString()}/manifest.json") is { } before && Hash(before) != previous.GetProperty("sha256").GetString())
        {
            _problems.Add($"the day before, {previous.GetProperty("day")}, is another than was sealed");
        }
    }

    private void CheckFiles(JsonElement manifest)
    {
        var index = Lines(manifest.GetProperty("index")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var parts = manifest.GetProperty("parts").EnumerateArray().Select(part => HashesIn(Lines(part))).ToList();
        foreach (var line in index.Where(line => line.GetProperty("version").GetInt64() > 0))
        {
            var code = line.GetProperty("code").GetString()!;
            if (parts.ElementAtOrDefault(line.GetProperty("part").GetInt32() - 1)?.GetValueOrDefault(code) != line.GetProperty("sha256").GetString())
            {
                _problems.Add($"the history of {code} is not that of the index");
            }
        }

        foreach (var table in manifest.GetProperty("tables").EnumerateArray())
        {
            _ = Lines(table).Count;
        }
    }

    private List<string> Lines(JsonElement file)
    {
        var name = file.GetProperty("name").GetString()!;
        if (Read(name) is not { } bytes)
        {
            return [];
        }

        if (Hash(bytes) != file.GetProperty("sha256").GetString())
        {
            _problems.Add($"{name} was altered");
            return [];
        }

        using var reader = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    // The lines of a dossier begin with {"p":"code", and end each with a newline.
    private static Dictionary<string, string> HashesIn(List<string> lines) => lines.Where(line => line.StartsWith("{\"p\":\"", StringComparison.Ordinal))
        .GroupBy(line => line.Split('"')[3])
        .ToDictionary(dossier => dossier.Key, dossier => Hash(Encoding.UTF8.GetBytes(string.Concat(dossier.Select(line => line + "\n")))));

    private byte[]? Read(string name)
    {
        if (_files.TryGetValue(name, out var path) && File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        _problems.Add($"{name} is missing");
        return null;
    }

    private static Dictionary<string, string> FilesIn(string folder)
    {
        var names = Path.Combine(folder, "blob-names.ndjson");
        return File.Exists(names)
            ? NamedIn(names).ToDictionary(file => file.Key, file => Path.Combine(folder, "blobs", $"{file.Value & 0xFF:x2}", $"{file.Value:x16}"))
            : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
    }

    private static Dictionary<string, long> NamedIn(string names)
    {
        var files = new Dictionary<string, long>();
        foreach (var line in File.ReadLines(names).Where(line => line.EndsWith('}')).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("c").GetString() == "audit-seals"))
        {
            files.Remove(line.GetProperty("p").GetString()!);
            if (line.TryGetProperty("file", out var number))
            {
                files[line.GetProperty("p").GetString()!] = number.GetInt64();
            }
        }

        return files;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static bool IsRsa(string pem)
    {
        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(pem);
            return false;
        }
        catch (CryptographicException)
        {
            return true;
        }
    }

    private static bool Rsa(string pem, byte[] data, byte[] signature)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static bool Ecdsa(string pem, byte[] data, byte[] signature)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(pem);
        return ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
