using System.Text.Json.Serialization;

namespace PublicAdmin.Platform.Reference;

/// <summary>Something the office keeps, how long, on what ground, and what removes it then.</summary>
/// <param name="Place">A table, container, queue, folder or log; after a colon which part of it.</param>
/// <param name="Term">In words; <see cref="Days"/> when the program counts it.</param>
/// <param name="Ground">The law, or that it is ours.</param>
/// <param name="RemovedBy">The class that does it, <c>infra:</c> and the rule, <c>kept</c> for what is kept for ever.</param>
/// <param name="Assumed">Set by us, where no law is known to us.</param>
public sealed record KeptThing(
    string Place, Text What, Text Term, string Ground, string RemovedBy, bool Assumed, DateOnly ValidFrom, int? Days = null, DateOnly? ValidTo = null)
    : IEffective
{
    [JsonIgnore]
    public string Code => Place;
}

/// <summary>Sổ thời hạn lưu giữ: <c>kept-things.json</c>, which a test holds against every table, container and queue there is.</summary>
public sealed class KeptThings
{
    private readonly Timelines<KeptThing> _things = new(Resources.Json<KeptThing[]>("Platform.Reference.kept-things.json"));

    public IReadOnlyList<KeptThing> On(DateOnly day) => [.. _things.All(day).OrderBy(thing => thing.Place, StringComparer.Ordinal)];

    /// <exception cref="InvalidOperationException">It has no term in days on that day.</exception>
    public int DaysOf(string place, DateOnly day) =>
        _things.On(place, day)?.Days ?? throw new InvalidOperationException($"{place} has no term in days.");
}
