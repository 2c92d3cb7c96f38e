namespace PublicAdmin.Dossiers.Rows;

/// <summary>A dossier as it was read, with what is needed to write it back safely.</summary>
/// <param name="Version">The number of its last event: the ETag callers see.</param>
/// <param name="Keys">The last idempotency keys acted on, each with a mark of its body, newest last.</param>
public sealed record StoredDossier(Dossier Dossier, long Version, IReadOnlyList<string> Keys, string? Tag)
{
    /// <summary>What its rows are sealed with; null for a dossier of before there were keys.</summary>
    public DossierKey? Key { get; init; }

    /// <summary>What will be left of it, once its erasure has begun: from then on nobody reads or changes it any more. Null while it lives.</summary>
    public ErasedDossier? Leaving { get; init; }
}

/// <summary>An event and its number.</summary>
public sealed record RecordedEvent(long Version, DossierEvent Event);

/// <summary>Queue dossier-events: a version of a dossier that was about to be written when this was sent.</summary>
public sealed record DossierAnnounced(DossierCode Code, long Version);
