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

    /// <summary>All sheets one after the other: a page fetches one.</summary>
    private const string Sheet = "all.css";

    /// <summary>The service worker: a script of its own that no page carries.</summary>
    public const string Worker = "worker.js";

    private readonly FrozenDictionary<string, SiteFile> _files = Compose()
        .ToFrozenDictionary(file => file.Name, file => new SiteFile(file.Bytes, Types[Path.GetExtension(file.Name)]));

    public SiteAssets() => Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        string.Concat(_files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Key + file.Value.Hash)))).AsSpan(0, 6));

    /// <summary>Changes with any byte of any of them.</summary>
    public string Version { get; }

    public IEnumerable<string> Names => _files.Keys;

    // A worker may ask the office and nobody else.
    private const string WorkersPolicy = "default-src 'none'; connect-src 'self'";

    /// <returns>Null when there is none of this name. An address of another version gives today's file, to be asked for again.</returns>
    public IResult? Find(string version, string name) => _files.TryGetValue(name, out var file)
        ? new SiteAnswer(file, version == Version ? "public, max-age=31536000, immutable" : "no-cache", name == Worker ? WorkersPolicy : null)
        : null;

    /// <summary>The one script of a page, the frame's included.</summary>
    public static string ScriptOf(string page) => $"page-{page}.js";

    public string ScriptTextOf(string page) => Encoding.UTF8.GetString(_files[ScriptOf(page)].In(null).Span);

    private static IEnumerable<(string Name, byte[] Bytes)> Compose()
    {
        var names = Resources.NamesIn(Prefix).Select(name => name[Prefix.Length..]).ToList();
        var scripts = new SiteScripts(name => Resources.Text(Prefix + name));
        var sheets = names.Where(name => name.EndsWith(".css", StringComparison.Ordinal)).Select(name => Resources.Text(Prefix + name));
        return names.Where(name => name.EndsWith(".svg", StringComparison.Ordinal)).Select(name => (name, Resources.Bytes(Prefix + name)))
            .Append((Worker, Resources.Bytes(Prefix + Worker)))
            .Append((Sheet, Encoding.UTF8.GetBytes(string.Concat(sheets))))
            .Concat(SitePages.Listed.Select(page => (ScriptOf(page), Encoding.UTF8.GetBytes(scripts.Bundle("frame.js", $"{page}.js")))));
    }
}
