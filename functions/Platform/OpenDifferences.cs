namespace PublicAdmin.Platform;

/// <summary>
/// What stands against publishing the figures of some days in a room with books of its own: a reference for each difference nobody has settled or explained;
/// empty when there is none.
/// </summary>
/// <param name="from">The first day.</param>
/// <param name="to">The last day.</param>
/// <param name="ct">Cancels.</param>
public delegate Task<IReadOnlyList<string>> OpenDifferences(DateOnly from, DateOnly to, CancellationToken ct);
