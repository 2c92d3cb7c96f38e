using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Offices;

/// <summary>
/// The directory's files, kept for a few seconds so that a busy clerk costs no reading. What is written here is seen here at once;
/// other instances see it after <see cref="Fresh"/>.
/// </summary>
public sealed class StaffFiles(ITables tables, IOptions<IdentitySettings> settings, TimeProvider clock)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private long _writes;

    public async ValueTask<StaffFile> ReadAsync(string id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(id, out var kept) && now - kept.At < Fresh)
        {
            return kept.File;
        }

        var writes = Volatile.Read(ref _writes);
        var file = await ReadAnewAsync(id, ct);
        Keep(id, new Kept(file, now), writes);
        return file;
    }

    /// <summary>Past the cache, for whoever is about to write.</summary>
    public async Task<StaffFile> ReadAnewAsync(string id, CancellationToken ct)
    {
        var rows = new List<TableRow>();
        await foreach (var row in tables[Tables.Reference].ReadAllAsync(StaffRows.File(id), ct))
        {
            rows.Add(row);
        }

        var file = StaffRows.ToFile(rows);
        return file.Member is null && id == settings.Value.FirstAdministrator ? file with { Member = First(id) } : file;
    }

    /// <summary>After the person's file was written here.</summary>
    public void Forget(string id)
    {
        Interlocked.Increment(ref _writes);
        _kept.TryRemove(id, out _);
    }

    // What was read before somebody wrote is not kept, not even when it arrives later.
    private void Keep(string id, Kept kept, long writes)
    {
        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        _kept[id] = kept;
        if (Volatile.Read(ref _writes) != writes)
        {
            _kept.TryRemove(id, out _);
        }
    }

    // Somebody must be able to appoint the first others. As soon as the directory has an entry under the id, the entry alone counts.
    private static StaffMember First(string id) => new(id, "", [new Appointment(Role.Administrator, Duty.Everywhere, DateOnly.MinValue)]);

    private sealed record Kept(StaffFile File, DateTimeOffset At);
}
