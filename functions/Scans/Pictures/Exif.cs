using PublicAdmin.Pdf;

namespace PublicAdmin.Scans.Pictures;

/// <summary>What a camera noted in a picture (Exif 2.3): a small TIFF directory. A damaged note is no reason to refuse the picture.</summary>
internal sealed record Exif(int Orientation, Density? Density)
{
    private static readonly Exif None = new(1, null);

    public static Exif Read(ReadOnlyMemory<byte> note)
    {
        try
        {
            var file = note.Span switch
            {
                [(byte)'I', (byte)'I', 42, 0, ..] => new ByteSource(note, littleEndian: true),
                [(byte)'M', (byte)'M', 0, 42, ..] => new ByteSource(note),
                _ => default(ByteSource?),
            };
            return file is { } source && new TiffDirectory(source, source.Place(4)) is var directory ? new(directory.Orientation, directory.Density) : None;
        }
        catch (Exception e) when (UnusablePictureException.FaultOf(e) is not null)
        {
            return None;
        }
    }
}
