using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>
/// What stands against handing a result over that the dossier itself cannot show: the room that signs says when the paper is not sealed yet.
/// </summary>
/// <param name="patience">How long the caller waits for what is about to be ready; zero for not at all.</param>
/// <returns>Null when nothing does.</returns>
public delegate ValueTask<Refusal?> ReturnObjection(Dossier dossier, TimeSpan patience, CancellationToken ct);
