using System.Collections.Frozen;

namespace PublicAdmin.Platform.Reference;

/// <summary>Reference data that changes from a certain day on. A change is a new version; what was true once stays on record.</summary>
public interface IEffective
{
    string Code { get; }

    /// <summary>First day on which this version holds.</summary>
    DateOnly ValidFrom { get; }

    /// <summary>Last day on which it holds; null until the next version, or for ever.</summary>
    DateOnly? ValidTo { get; }
}

/// <summary>All versions of all entries, and which of them holds on a day.</summary>
public sealed class Timelines<T>
    where T : class, IEffective
{
    private readonly FrozenDictionary<string, T[]> _versions;

    // Nearly every question is about today.
    private volatile DayView? _lastAsked;

    /// <exception cref="ArgumentException">Two versions of one entry begin on the same day.</exception>
    public Timelines(IEnumerable<T> versions)
    {
        _versions = versions.GroupBy(version => version.Code)
            .ToFrozenDictionary(entry => entry.Key, entry => entry.OrderBy(version => version.ValidFrom).ToArray(), StringComparer.Ordinal);
        if (_versions.Values.FirstOrDefault(HasTwins) is [var twin, ..])
        {
            throw new ArgumentException($"{twin.Code} has two versions from the same day.", nameof(versions));
        }
    }

    /// <summary>The version of an entry that holds on a day.</summary>
    public T? On(string code, DateOnly day) => _versions.TryGetValue(code, out var versions) ? Holding(versions, day) : null;

    /// <summary>The version that begins on exactly this day, whatever holds today.</summary>
    public T? From(string code, DateOnly validFrom) => VersionsOf(code).FirstOrDefault(version => version.ValidFrom == validFrom);

    /// <summary>Oldest first; empty for an unknown code.</summary>
    public IReadOnlyList<T> VersionsOf(string code) => _versions.GetValueOrDefault(code) ?? [];

    /// <summary>Every entry there ever was.</summary>
    public IReadOnlyList<string> Codes => _versions.Keys;

    /// <summary>Everything that holds on a day, by code.</summary>
    public IReadOnlyList<T> All(DateOnly day)
    {
        if (_lastAsked is { } known && known.Day == day)
        {
            return known.Versions;
        }

        var view = new DayView(
            day, [.. _versions.Values.Select(versions => Holding(versions, day)).OfType<T>().OrderBy(version => version.Code, StringComparer.Ordinal)]);
        _lastAsked = view;
        return view.Versions;
    }

    // The latest version begun decides, also when it has ended: an office that closed does not fall back to its older self.
    private static T? Holding(T[] versions, DateOnly day) =>
        Array.FindLast(versions, version => version.ValidFrom <= day) is { } latest && !(latest.ValidTo < day) ? latest : null;

    private sealed record DayView(DateOnly Day, IReadOnlyList<T> Versions);

    private static bool HasTwins(T[] versions) => versions.DistinctBy(version => version.ValidFrom).Count() < versions.Length;
}
