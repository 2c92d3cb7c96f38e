namespace PublicAdmin.Pdf.Reading;

/// <summary>The file cannot be followed. The message says why, for whoever made it.</summary>
internal class BrokenPdfException(string why) : Exception(why);

/// <summary>The file asks for more than its <see cref="PdfLimits"/> allow.</summary>
internal sealed class PdfTooComplexException() : BrokenPdfException("The file asks for more than a reader gives.");
