using System.Globalization;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Deadlines.Hours;

/// <summary>The office hours as administrators keep them, over those that ship.</summary>
public sealed class HoursBook(ReferenceVersions<HoursVersion> stored) : IReferenceData
{
    private sealed record Reading(IReadOnlyList<HoursVersion> Versions, OfficeHours Hours, DateTimeOffset? LastEntry);

    private volatile Reading _reading = Of([]);

    /// <summary>Every version, the shipped ones included.</summary>
    public IReadOnlyList<HoursVersion> Versions => _reading.Versions;

    public OfficeHours Current => _reading.Hours;

    /// <summary>Another text after every entry.</summary>
    public string Edition => string.Create(CultureInfo.InvariantCulture, $"{_reading.Versions.Count}.{_reading.LastEntry?.UtcTicks ?? 0}");

    /// <summary>The hours as somebody counting at that moment knew them.</summary>
    public OfficeHours KnownAt(DateTimeOffset moment)
    {
        var (versions, hours, last) = _reading;
        return last > moment ? OfficeHours.Of(versions.Where(version => !(version.EnteredAt > moment))) : hours;
    }

    public async Task RefreshAsync(CancellationToken ct) => _reading = Of(await stored.LoadAsync(ct));

    private static Reading Of(IReadOnlyList<HoursVersion> added)
    {
        HoursVersion[] versions = [
            .. added.Concat(OfficeTimes.ShippedHours).DistinctBy(version => (version.Office, version.ValidFrom))
                .OrderBy(version => version.Office, StringComparer.Ordinal).ThenBy(version => version.ValidFrom)];
        return new(versions, OfficeHours.Of(versions), added.Max(version => version.EnteredAt));
    }
}
