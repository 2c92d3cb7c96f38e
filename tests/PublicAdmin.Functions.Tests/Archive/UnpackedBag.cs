using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>A package in the hands of somebody who has unzip, sha256sum and openssl, and nothing of ours.</summary>
internal sealed class UnpackedBag : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _root;

    public UnpackedBag(byte[] zip)
    {
        Assert.Equal(0, OutsideTool.Run("unzip", "-q", _folder.Write("package.zip", zip), "-d", _folder["bag"]).ExitCode);
        _root = Assert.Single(Directory.GetDirectories(_folder["bag"]));
    }

    public IReadOnlyList<string> Files => [.. Directory.GetFiles(_root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_root, file)).Order(StringComparer.Ordinal)];

    public string this[string file] => Path.Combine(_root, file);

    public JsonElement Json(string file) => JsonElement.Parse(File.ReadAllText(this[file]));

    /// <summary>What the package says of a document.</summary>
    public JsonElement Document(string file) =>
        Json("data/metadata.json").GetProperty("taiLieu").EnumerateArray().Single(one => one.GetProperty("tep").GetString() == file);

    public string? LastingOf(string file) => Document(file).GetProperty("baoQuan").GetString();

    /// <summary>Every file is as the manifests say, and every file of the payload stands in them.</summary>
    public ToolAnswer CheckHashes() => OutsideTool.Run(
        "sh", "-c", $"cd '{_root}' && sha256sum --strict -c manifest-sha256.txt tagmanifest-sha256.txt"
            + " && [ \"$(find data -type f | sort)\" = \"$(cut -c67- manifest-sha256.txt | sort)\" ]");

    /// <summary>The agency's seal over the list of everything.</summary>
    public ToolAnswer CheckSeal() => OutsideTool.Run(
        "openssl", "cms", "-verify", "-inform", "DER", "-binary", "-noverify", "-in", this["tagmanifest-sha256.txt.p7s"],
        "-content", this["tagmanifest-sha256.txt"], "-signer", _folder["signer.pem"], "-out", _folder["out"]);

    public string Signer => OutsideTool.Run("openssl", "x509", "-in", _folder["signer.pem"], "-noout", "-subject", "-nameopt", "utf8").Output;

    /// <summary>The history as it was sealed is what the index of the seal says, the index what its manifest says, and the manifest is signed.</summary>
    public ToolAnswer CheckHistory(string pem, string code)
    {
        File.WriteAllText(_folder["seal.pem"], pem);
        return OutsideTool.Run("sh", "-c", $"""
            set -e; cd '{_root}/data'
            openssl dgst -sha256 -verify '{_folder["seal.pem"]}' -signature seals/manifest.sig seals/manifest.json
            grep -q "\"$(sha256sum seals/index.ndjson.gz | cut -d' ' -f1)\"" seals/manifest.json
            gunzip -c seals/index.ndjson.gz | grep '"{code}"' | grep -q "\"$(sha256sum seals/record.jsonl | cut -d' ' -f1)\""
            """);
    }

    public void Dispose() => _folder.Dispose();
}
