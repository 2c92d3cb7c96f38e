using PublicAdmin.Dossiers;
using PublicAdmin.Submission;

namespace PublicAdmin.Portal.Inbound;

/// <summary>A filing the National Portal took in for a citizen.</summary>
/// <param name="Code">Mã hồ sơ the portal gave it: sent again with the same content, the same dossier answers.</param>
/// <param name="Filing">As any filing, on channel online.</param>
/// <param name="Files">Files that lie at the portal, at most 60; the office fetches and judges them.</param>
public sealed record PortalFilingForm(string Code, FilingForm Filing, IReadOnlyList<PortalFile>? Files = null);
