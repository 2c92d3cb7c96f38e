using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>
/// One original of a dossier as one PDF, as far as the caller may see it and its checks let it pass: lent by the room that keeps papers to the one
/// that certifies copies.
/// </summary>
/// <param name="component">The component of the procedure it was handed in for.</param>
public delegate Task<Result<byte[]>> ScannedOriginal(Dossier dossier, string component, Caller caller, CancellationToken ct);
