using PublicAdmin.Tests.Forms;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>Somebody who signs, a sample paper, and a folder for programs that check it.</summary>
public abstract class SigningOnPaper : IDisposable
{
    internal Signatory Signatory { get; } = new();

    internal TempFolder Folder { get; } = new();

    protected static byte[] Paper => PaperTests.Sample().Print();

    public void Dispose()
    {
        Signatory.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void AcceptedByOthers(byte[] pdf, int signatures)
    {
        var path = Folder.Write("accepted.pdf", pdf);
        var check = OutsideTool.Run("qpdf", "--check", path);
        Assert.True(check.ExitCode == 0, check.Output);
        var answer = OutsideTool.Run("pdfsig", "-nocert", path).Output;
        Assert.Equal(signatures, answer.Split("Signature is Valid").Length - 1);
        Assert.DoesNotContain("Invalid", answer, StringComparison.Ordinal);
    }
}
