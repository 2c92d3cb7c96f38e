namespace PublicAdmin.Portal;

/// <summary>Settings <c>Portal:*</c>.</summary>
public sealed class PortalSettings
{
    public const string Section = "Portal";

    /// <summary>Directory id of the National Portal's client: it hears of every dossier. Empty: each system hears of those it filed.</summary>
    public string Client { get; set; } = "";

    /// <summary>
    /// https address of the national contract (DongBoHoSoMC, CapNhatTienDoHoSoMC). Empty: nothing is sent, the portal fetches its changes itself.
    /// </summary>
    public string Address { get; set; } = "";

    /// <summary>The province's account there.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";
}
