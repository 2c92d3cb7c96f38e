using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Site;

/// <summary>Styles, scripts and pictures. All carry one version in their address, so browsers keep them for ever and a new one is fetched as a whole.</summary>
public sealed class SiteAssets
{
    private const string Prefix = "Site.assets.";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly FrozenDictionary<string, SiteFile> _files = Resources.NamesIn(Prefix).ToFrozenDictionary(name => name[Prefix.Length..], Load);

    public SiteAssets() => Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        string.Concat(_files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Key + file.Value.Hash)))).AsSpan(0, 6));

    /// <summary>Changes with any byte of any of them.</summary>
    public string Version { get; }

    public IEnumerable<string> Names => _files.Keys;

    /// <returns>Null when there is none of this name. An address of another version gives today's file, to be asked for again.</returns>
    public IResult? Find(string version, string name) => _files.TryGetValue(name, out var file)
        ? new SiteAnswer(file, version == Version ? "public, max-age=31536000, immutable" : "no-cache")
        : null;

    private static SiteFile Load(string resource) => new(Resources.Bytes(resource), Types[Path.GetExtension(resource)]);
}
