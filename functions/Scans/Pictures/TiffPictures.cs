using System.Globalization;
using PublicAdmin.Pdf;

namespace PublicAdmin.Scans.Pictures;

/// <summary>
/// TIFF 6.0 as scanners write it: many pages, in strips, plain, PackBits, LZW, Deflate, fax (T.4, T.6) or JPEG. Fax and JPEG go into the PDF as
/// they are.
/// </summary>
internal static class TiffPictures
{
    /// <summary>More pages than any paper of a dossier has.</summary>
    public const int MaxPages = 500;

    private const int MostStrips = 200_000;

    public static IEnumerable<ScanPage> Read(ByteSource file)
    {
        var (pages, strips, seen) = (0, 0L, new HashSet<int>());
        for (var at = file.Place(4); at != 0;)
        {
            var directory = seen.Add(at) ? new TiffDirectory(file, at) : throw new InvalidDataException("The TIFF leads back to itself.");
            at = directory.Next;
            strips += directory.StripCount + 1;
            if (seen.Count > 2 * MaxPages || strips > MostStrips || (!directory.IsAside && ++pages > MaxPages))
            {
                throw UnusablePictureException.TooLarge("The TIFF has too many pages.");
            }

            if (!directory.IsAside)
            {
                yield return Page(directory);
            }
        }

        if (pages == 0)
        {
            throw new InvalidDataException("The TIFF has no page.");
        }
    }

    // Whatever keeps a page from being taken apart later is found here, without taking it apart.
    private static ScanPage Page(TiffDirectory page)
    {
        if (page.Planes != 1)
        {
            throw UnusablePictureException.Strange("The TIFF keeps its colours apart.");
        }

        if (page.IsTiled)
        {
            throw UnusablePictureException.Strange("The TIFF is cut in tiles.");
        }

        if (page.RowsPerStrip < 1 || page.Width < 1 || page.Strips().Count < (page.Height + page.RowsPerStrip - 1) / page.RowsPerStrip)
        {
            throw new InvalidDataException("The TIFF is damaged.");
        }

        var bands = page.Compression switch
        {
            2 or 3 or 4 => DemandFax(page, () => Bands(page, strip => Fax(page, strip.Data, strip.Rows))),
            7 => Kept(Bands(page, strip => Jpeg(page, strip.Data))),
            1 or 5 or 8 or 32946 or 32773 => DemandSamples(page),
            _ => throw UnusablePictureException.Strange($"TIFF compression {page.Compression} is not read."),
        };
        return new ScanPage(page.Width, page.Height, page.Density, page.Orientation, bands);
    }

    private static Lazy<IReadOnlyList<PdfImage>> Kept(IReadOnlyList<PdfImage> bands) => new(bands);

    private static Lazy<IReadOnlyList<PdfImage>> DemandFax(TiffDirectory page, Func<IReadOnlyList<PdfImage>> bands)
    {
        PdfImage.CheckSize(page.Width, page.Height, 0);
        return page is { Bits: 1, Samples: 1 } ? new(bands) : throw new InvalidDataException("The TIFF is damaged.");
    }

    private static Lazy<IReadOnlyList<PdfImage>> DemandSamples(TiffDirectory page)
    {
        PdfImage.CheckSize(page.Width, page.Height, TiffSamples.RowLength(page));
        TiffSamples.Colors(page);
        return page.Predictor is 1 or 2
            ? new(() => [TiffSamples.Image(page)]) : throw UnusablePictureException.Strange("The TIFF's samples are written as unknown differences.");
    }

    private static IReadOnlyList<PdfImage> Bands(TiffDirectory page, Func<(ReadOnlyMemory<byte> Data, int Rows), PdfImage> band) =>
        [.. page.Strips().Select((data, n) => band((data, Math.Min(page.RowsPerStrip, page.Height - (n * page.RowsPerStrip)))))];

    private static PdfImage Fax(TiffDirectory page, ReadOnlyMemory<byte> data, int rows)
    {
        if (rows < 1)
        {
            throw new InvalidDataException("The TIFF is damaged.");
        }

        var kind = page.Compression switch { 4 => -1, 3 => page.T4Options & 1, _ => 0 };
        var align = page.Compression == 2 || (page.Compression == 3 && (page.T4Options & 4) != 0) ? "/EncodedByteAlign true" : "";
        var entries = string.Create(
            CultureInfo.InvariantCulture,
            $"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K {kind}/Columns {page.Width}/Rows {rows}{align}"
            + $"/BlackIs1 {(page.Photometric == 1 ? "true" : "false")}>>");
        return new PdfImage(page.Width, rows, entries, page.FillOrder == 2 ? TiffStrips.Reversed(data.Span) : data);
    }

    // Tables shared by all strips stand once in the directory, as a JPEG without a picture.
    private static PdfImage Jpeg(TiffDirectory page, ReadOnlyMemory<byte> data)
    {
        var tables = page.JpegTables;
        byte[] whole = tables.Length > 4 && data.Length > 2 ? [.. tables.Span[..^2], .. data.Span[2..]] : data.ToArray();
        var image = JpegPicture.Read(new ByteSource(whole)).Bands.Value[0];
        return page.Photometric == 2 ? image with { Entries = image.Entries + "/DecodeParms<</ColorTransform 0>>" } : image;
    }
}
