namespace PublicAdmin.Scans.Pictures;

/// <summary>How closely the pixels of a picture lie, as its file says.</summary>
/// <param name="X">Pixels per inch across, or, where that is not measured, a pixel's share of the proportion.</param>
/// <param name="Y">The same down.</param>
/// <param name="IsMeasured">False when only the proportion of a pixel's sides is known.</param>
internal readonly record struct Density(double X, double Y, bool IsMeasured)
{
    private const double Least = 1;
    private const double Most = 10_000;
    private const double Stretched = 8; // A fax of 1980 has pixels twice as high as wide; more is a mistake.

    /// <summary>Null for numbers no scanner writes.</summary>
    public static Density? Of(double x, double y, double perInch) => x * perInch is >= Least and <= Most && y * perInch is >= Least and <= Most
        && x / y is >= 1 / Stretched and <= Stretched
        ? new(x * perInch, y * perInch, true)
        : null;

    /// <summary>Proportions alone.</summary>
    public static Density? Shape(double x, double y) => x > 0 && y > 0 && x / y is >= 1 / Stretched and <= Stretched ? new(x, y, false) : null;

    /// <summary>As seen when the picture is turned by a quarter.</summary>
    public Density Turned() => new(Y, X, IsMeasured);
}
