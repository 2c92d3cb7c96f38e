namespace PublicAdmin.Scans.Pictures;

/// <summary>Why a picture cannot become a page.</summary>
internal enum PictureFault
{
    /// <summary>Cut short, or its parts do not fit together.</summary>
    Damaged,

    /// <summary>More pages, parts or pixels than the office takes apart.</summary>
    TooLarge,

    /// <summary>Whole, but of a kind that cannot be shown everywhere for as long as papers are kept.</summary>
    OfStrangeKind,
}

/// <summary>A picture that cannot become a page. The message says why, for whoever sent it.</summary>
internal sealed class UnusablePictureException(PictureFault fault, string why) : Exception(why)
{
    public PictureFault Fault => fault;

    /// <summary>What an exception of a reader means; null when it is a fault of ours.</summary>
    public static PictureFault? FaultOf(Exception e) => e switch
    {
        UnusablePictureException unusable => unusable.Fault,
        InvalidDataException => PictureFault.Damaged,
        _ => null,
    };

    public static UnusablePictureException Strange(string why) => new(PictureFault.OfStrangeKind, why);

    public static UnusablePictureException TooLarge(string why) => new(PictureFault.TooLarge, why);
}
