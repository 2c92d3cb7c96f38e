namespace PublicAdmin.Pdf.Content;

/// <summary>Where something lies on a page, in points (ISO 32000-1 section 8.3.3).</summary>
internal readonly record struct PdfMatrix(double A, double B, double C, double D, double E, double F)
{
    public static PdfMatrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>Length of the unit square's sides, and its area.</summary>
    public double Width => Math.Sqrt((A * A) + (B * B));

    public double Height => Math.Sqrt((C * C) + (D * D));

    public double Area => Math.Abs((A * D) - (B * C));

    public static PdfMatrix Of(double[] n) => new(n[0], n[1], n[2], n[3], n[4], n[5]);

    public static PdfMatrix Move(double x, double y) => new(1, 0, 0, 1, x, y);

    /// <summary>This first, then <paramref name="outer"/>.</summary>
    public PdfMatrix Within(PdfMatrix outer) => new(
        (A * outer.A) + (B * outer.C),
        (A * outer.B) + (B * outer.D),
        (C * outer.A) + (D * outer.C),
        (C * outer.B) + (D * outer.D),
        (E * outer.A) + (F * outer.C) + outer.E,
        (E * outer.B) + (F * outer.D) + outer.F);

    public (double X, double Y) Point(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>The upright box around a rectangle that was placed by this.</summary>
    public PdfArea Around(double left, double bottom, double right, double top)
    {
        var corners = new[] { Point(left, bottom), Point(right, bottom), Point(left, top), Point(right, top) };
        return new(corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y));
    }
}

/// <summary>An upright rectangle in points.</summary>
internal readonly record struct PdfArea(double Left, double Bottom, double Right, double Top)
{
    public bool IsEmpty => Right - Left <= 0 || Top - Bottom <= 0;

    public static PdfArea? Of(double[]? box) =>
        box is null ? null : new(Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3]));

    /// <summary>More than their edges touch.</summary>
    public bool Overlaps(PdfArea other, double slack) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > slack
        && Math.Min(Top, other.Top) - Math.Max(Bottom, other.Bottom) > slack;
}
