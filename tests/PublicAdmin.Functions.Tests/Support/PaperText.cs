namespace PublicAdmin.Tests.Support;

/// <summary>What a PDF says to somebody who reads it aloud, by a program nobody here wrote.</summary>
internal static class PaperText
{
    public static string Of(byte[] pdf)
    {
        using var folder = new TempFolder();
        return string.Join(
            ' ', OutsideTool.Run("pdftotext", folder.Write("paper.pdf", pdf), "-").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
