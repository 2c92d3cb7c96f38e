namespace PublicAdmin.Signing.Pdf;

/// <summary>A signature to be made on a PDF.</summary>
/// <param name="Field">The empty signature field to fill; when the file has none of that name, a new one is made.</param>
/// <param name="Signer">The person or agency, as the certificate names it.</param>
/// <param name="Reason">Why, for whoever opens the signature's properties.</param>
/// <param name="At">When, with the offset to be shown.</param>
/// <param name="Look">What is seen on the page; null for an invisible signature.</param>
public sealed record SignatureRequest(string Field, string Signer, string Reason, DateTimeOffset At, SignatureLook? Look = null)
{
    /// <summary>Where a new field stands.</summary>
    public SignatureSpot Spot { get; init; } = SignatureSpot.Nowhere;

    /// <summary>Texts for the fields the paper left open, such as its number: filled in by this same update, so this signature covers them.</summary>
    public IReadOnlyDictionary<string, string> Fill { get; init; } = new Dictionary<string, string>();

    /// <summary>Bytes kept free for the CMS: enough for a chain of three certificates and a timestamp, unless the signer knows better.</summary>
    public int? Reserved { get; init; }

    internal int Room => Reserved ?? 16 * 1024;
}

/// <summary>Where a new signature is shown.</summary>
/// <param name="Page">From 0.</param>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
public sealed record SignatureSpot(int Page, double Width, double Height)
{
    /// <summary>Signed, but not shown.</summary>
    public static SignatureSpot Nowhere { get; } = new(0, 0, 0);

    /// <summary>Decree 30/2020 Annex I: the signature on a scan or an attachment stands top right on the first page.</summary>
    public static SignatureSpot TopRight { get; } = new(0, 190, 50);
}
