namespace PublicAdmin.Portal;

/// <summary>Settings <c>Portal:*</c>.</summary>
public sealed class PortalSettings
{
    public const string Section = "Portal";

    /// <summary>Directory id of the National Portal's client: it hears of every dossier. Empty: each system hears of those it filed.</summary>
    public string Client { get; set; } = "";
}
