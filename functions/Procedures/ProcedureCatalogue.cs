using System.Globalization;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Procedures;

/// <summary>
/// What a citizen can ask this province for, from memory. Begins with the catalogue that came with the system;
/// <see cref="ProcedureRegister"/> lays the administrator's later versions over it.
/// </summary>
public sealed class ProcedureCatalogue
{
    private static readonly ProcedureVersion[] Shipped = [.. Resources.JsonIn<ProcedureVersion[]>("Procedures.Catalogue.").SelectMany(versions => versions)];

    private volatile Content _content = Content.Of(Shipped);

    /// <summary>The present data as a whole; another object after every change.</summary>
    internal object State => _content;

    /// <summary>The version in force on a day, by its present or a former code.</summary>
    public ProcedureVersion? Find(string code, DateOnly day) => _content.Versions.On(_content.Present(code), day);

    /// <summary>The version a dossier pinned, whatever holds today.</summary>
    public ProcedureVersion? Find(string code, string version) =>
        DateOnly.TryParseExact(version, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            ? _content.Versions.From(_content.Present(code), from)
            : null;

    /// <summary>Everything in force on a day, by code.</summary>
    public IReadOnlyList<ProcedureVersion> All(DateOnly day) => _content.Versions.All(day);

    /// <summary>Every version of one procedure, oldest first; empty when it is unknown.</summary>
    public IReadOnlyList<ProcedureVersion> VersionsOf(string code) => _content.Versions.VersionsOf(_content.Present(code));

    /// <summary>Lays an administrator's versions over the shipped ones; for the same day the administrator's stands.</summary>
    internal void Load(IEnumerable<ProcedureVersion> added) =>
        _content = Content.Of([.. added.Concat(Shipped).DistinctBy(version => (version.Code, version.ValidFrom))]);

    private sealed record Content(Timelines<ProcedureVersion> Versions, IReadOnlyDictionary<string, string> Renamed)
    {
        public static Content Of(IReadOnlyList<ProcedureVersion> versions) => new(
            new(versions),
            versions.SelectMany(version => version.OldCodes.Select(old => (old, version.Code))).Distinct().ToDictionary(pair => pair.old, pair => pair.Code));

        public string Present(string code) => Renamed.GetValueOrDefault(code, code);
    }
}
