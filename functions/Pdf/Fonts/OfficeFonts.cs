namespace PublicAdmin.Pdf.Fonts;

/// <summary>The four styles of type that official papers use.</summary>
public enum Face { Regular, Bold, Italic, BoldItalic }

/// <summary>
/// The shipped face of official papers: Liberation Serif 2.1.5 (OFL 1.1, Fonts/OFL.txt), as wide as Times New Roman, which Decree 30/2020
/// Annex I asks for, and with every Vietnamese letter.
/// </summary>
public static class OfficeFonts
{
    private static readonly Dictionary<Face, Lazy<TrueTypeFont>> Faces =
        Enum.GetValues<Face>().ToDictionary(face => face, face => new Lazy<TrueTypeFont>(() => Load(face)));

    public static TrueTypeFont Of(Face face) => Faces[face].Value;

    private static TrueTypeFont Load(Face face)
    {
        using var resource = typeof(OfficeFonts).Assembly.GetManifestResourceStream($"PublicAdmin.Forms.Fonts.LiberationSerif-{face}.ttf")
            ?? throw new InvalidOperationException($"The face {face} is not in the assembly.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new TrueTypeFont(file);
    }
}
