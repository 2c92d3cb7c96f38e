namespace PublicAdmin.Platform.Lines;

/// <summary>The lines out of the office.</summary>
public static class OutsideLines
{
    /// <summary>E-mail.</summary>
    public const string Mail = "mail";

    /// <summary>The gateway for SMS and Zalo.</summary>
    public const string Messages = "messages";

    /// <summary>The National Portal, hearing of our dossiers.</summary>
    public const string Portal = "portal";

    /// <summary>The National Portal's store, where its filings' files are fetched.</summary>
    public const string PortalFiles = "portal-files";

    /// <summary>The payment platform.</summary>
    public const string Payments = "payments";

    /// <summary>The data-sharing gateway: registers that are asked.</summary>
    public const string Records = "records";

    /// <summary>The timestamp authority signatures lean on.</summary>
    public const string Timestamps = "timestamps";
}
