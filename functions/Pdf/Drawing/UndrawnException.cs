using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Drawing;

/// <summary>Something stands on the page that is not known here. Half a page would be worse than none: somebody signs what is shown.</summary>
internal sealed class UndrawnException(string what) : BrokenPdfException($"Not known how to draw: {what}.");
