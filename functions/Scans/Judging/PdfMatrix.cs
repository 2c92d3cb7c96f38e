namespace PublicAdmin.Scans.Judging;

/// <summary>Where something lies on a page, in points (ISO 32000-1 section 8.3.3).</summary>
internal readonly record struct PdfMatrix(double A, double B, double C, double D, double E, double F)
{
    public static PdfMatrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>Length of the unit square's sides, and its area.</summary>
    public double Width => Math.Sqrt((A * A) + (B * B));

    public double Height => Math.Sqrt((C * C) + (D * D));

    public double Area => Math.Abs((A * D) - (B * C));

    public static PdfMatrix Of(double[] n) => new(n[0], n[1], n[2], n[3], n[4], n[5]);

    /// <summary>This first, then <paramref name="outer"/>.</summary>
    public PdfMatrix Within(PdfMatrix outer) => new(
        (A * outer.A) + (B * outer.C),
        (A * outer.B) + (B * outer.D),
        (C * outer.A) + (D * outer.C),
        (C * outer.B) + (D * outer.D),
        (E * outer.A) + (F * outer.C) + outer.E,
        (E * outer.B) + (F * outer.D) + outer.F);
}
