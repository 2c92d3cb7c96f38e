using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>How far the way back has come.</summary>
/// <param name="Newest">The sealed day it began with: what happened after it is lost.</param>
/// <param name="Day">The day whose journal is next; the days go backwards, so that the newest copy of a dossier comes first.</param>
/// <param name="Manifest">The hash of that day's manifest, as the day behind it names it.</param>
/// <param name="Part">The part that is next, from 1.</param>
/// <param name="Dossiers">Brought back.</param>
/// <param name="Left">Could not be brought back: their events make no dossier. Their codes are in the log.</param>
public sealed record RestoreState(DateOnly Newest, DateOnly Day, string Manifest, int Part, int Dossiers, int Left, bool Done);

/// <summary>Where the state lies, so that a restore broken off goes on where it was.</summary>
public sealed class RestoreStates(ITables tables)
{
    private const string Partition = "restore";
    private const string Key = "state";
    private const string Json = "Json";

    private readonly ITable _lists = tables[Tables.Lists];

    public async Task<RestoreState?> FindAsync(CancellationToken ct) => (await _lists.FindAsync(Partition, Key, ct))?.Json<RestoreState>(Json);

    public Task PutAsync(RestoreState state, CancellationToken ct) => _lists.WriteAsync(
        [RowChange.Upsert(new TableRow(Partition, Key, new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(state, OfficeJson.Stored) }))], ct);
}
