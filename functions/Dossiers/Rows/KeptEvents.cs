namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// Events that were lately written or read here. What happened never changes, so it is not asked of the table again by those who follow it up;
/// each has one place, and the latest stays in it.
/// </summary>
internal sealed class KeptEvents
{
    private const int Places = 4096; // Some five megabytes.

    private readonly Kept?[] _kept = new Kept?[Places];

    public DossierEvent? Find(DossierCode code, long version) =>
        _kept[PlaceOf(code, version)] is { } kept && kept.Version == version && kept.Code == code ? kept.Event : null;

    public RecordedEvent Keep(DossierCode code, RecordedEvent recorded)
    {
        _kept[PlaceOf(code, recorded.Version)] = new Kept(code, recorded.Version, recorded.Event);
        return recorded;
    }

    /// <summary>All up to a version.</summary>
    public void Forget(DossierCode code, long upTo)
    {
        for (var version = 1L; version <= upTo; version++)
        {
            if (Find(code, version) is not null)
            {
                _kept[PlaceOf(code, version)] = null;
            }
        }
    }

    /// <summary>All from behind one version up to another; null when one of them is not here.</summary>
    public List<RecordedEvent>? Find(DossierCode code, long after, long upTo)
    {
        var found = new List<RecordedEvent>();
        for (var version = after + 1; version <= upTo; version++)
        {
            if (Find(code, version) is not { } e)
            {
                return null;
            }

            found.Add(new RecordedEvent(version, e));
        }

        return found;
    }

    private static uint PlaceOf(DossierCode code, long version) => (uint)HashCode.Combine(code, version) % Places;

    private sealed record Kept(DossierCode Code, long Version, DossierEvent Event);
}
