namespace PublicAdmin.Pdf.Reading;

/// <summary>What reading one file may cost. Any file may come from somebody who means harm; an honest one stays far below each bound.</summary>
/// <param name="Strict">What makes no sense is refused; else it is skipped, as every viewer does.</param>
/// <param name="Depth">Values within values, nodes of the page tree, and objects that must be read to read an object.</param>
/// <param name="Objects">Numbered objects.</param>
/// <param name="Pages">Leaves of the page tree.</param>
/// <param name="Values">Single values (numbers, names, …) read.</param>
/// <param name="Work">Bytes read as values, those read again counted again.</param>
/// <param name="Unpacked">Bytes unpacked, all streams together.</param>
internal sealed record PdfLimits(bool Strict, int Depth, int Objects, int Pages, int Values, int Work, int Unpacked);
