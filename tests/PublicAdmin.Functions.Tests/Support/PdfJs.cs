using System.Diagnostics;

namespace PublicAdmin.Tests.Support;

/// <summary>pdf.js, the viewer of Firefox and of many web sites, in a process of its own: says of a file what it would draw.</summary>
internal sealed class PdfJs : IDisposable
{
    private static readonly string Script = Path.Combine(Repository.Root, "tests", "PublicAdmin.Functions.Tests", "Support", "pdfjs.mjs");

    private readonly Process _node = Process.Start(new ProcessStartInfo("node", [Script, Package])
    { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;

    public PdfJs() => _node.BeginErrorReadLine(); // Else a full pipe would stop it.

    public static string Package { get; } = NpmTools.PathOf("pdfjs-dist");

    /// <returns>One line: the same for what looks the same, or that it would not open the file.</returns>
    public string Shown(string path)
    {
        _node.StandardInput.WriteLine(path);
        return _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("pdf.js has ended.");
    }

    public void Dispose()
    {
        _node.Kill();
        _node.Dispose();
    }
}

/// <summary>Skipped, with the reason, where node or pdf.js is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactNeedingPdfJsAttribute : FactAttribute
{
    public FactNeedingPdfJsAttribute() => Skip = NpmTools.Missing(Path.Combine(PdfJs.Package, "legacy", "build", "pdf.mjs"));
}
