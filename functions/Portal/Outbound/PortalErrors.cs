using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Portal.Outbound;

/// <summary>
/// What the portal's error codes mean, as data: a session that ended, a dossier it will never take as it is, and everything else, which passes.
/// </summary>
/// <param name="Source">Where the codes come from.</param>
public sealed record PortalErrors(string Source, IReadOnlyList<string> Session, IReadOnlyList<string> Permanent)
{
    public const string Good = "0";

    public static PortalErrors Known { get; } = Resources.Json<PortalErrors>("Portal.Outbound.portal-errors.json");
}
