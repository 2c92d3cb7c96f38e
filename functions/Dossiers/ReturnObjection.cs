using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>
/// What stands against handing a result over that the dossier itself cannot show: the room that signs says when the paper is not sealed yet.
/// </summary>
/// <returns>Null when nothing does.</returns>
public delegate ValueTask<Refusal?> ReturnObjection(Dossier dossier, CancellationToken ct);
