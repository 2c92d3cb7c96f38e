using PublicAdmin.Documents.Checking;

namespace PublicAdmin.Documents.Uploads;

/// <summary>Who gave bytes, and for which desk.</summary>
/// <param name="By">Citizen, staff or client id.</param>
/// <param name="Office">The desk a clerk scanned at; null for others.</param>
public sealed record UploadSource(string By, string? Office);

/// <summary>Bytes on their way.</summary>
/// <param name="StartedAt">Stale and purged seven days later.</param>
public sealed record OpenUpload(UploadId Id, string Name, ChunkPlan Plan, UploadSource Source, DateTimeOffset StartedAt, string? Tag = null)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Set by the purge before it deletes, so that nobody completes what is being thrown away.</summary>
    public bool Leaving { get; init; }
}

/// <summary>Bytes that are all there, verified, and what the check says of them.</summary>
/// <param name="ChunkHashes">32 bytes for each chunk of the plan: what another upload need not send again.</param>
/// <param name="UsedAt">When a dossier or the wallet first referred to them; null when nobody has.</param>
public sealed record StoredPaper(
    UploadId Id, string Name, ChunkPlan Plan, UploadSource Source, byte[] ChunkHashes, DateTimeOffset CompletedAt, PaperCheck Check,
    DateTimeOffset? UsedAt = null, string? Tag = null)
{
    /// <summary>Bytes nobody used are thrown away; one day before that they can no longer be handed in.</summary>
    public static readonly TimeSpan KeptUnused = TimeSpan.FromDays(30);

    /// <summary>Set by the purge before it deletes, so that nobody relies on what is being thrown away.</summary>
    public bool Leaving { get; init; }

    public bool MayBeHandedIn(DateTimeOffset now) => !Leaving && (UsedAt is not null || now < CompletedAt + KeptUnused - TimeSpan.FromDays(1));
}

/// <summary>What a person still may send.</summary>
/// <param name="Day">The day <paramref name="Bytes"/> counts for.</param>
/// <param name="Bytes">Announced on that day.</param>
/// <param name="Open">Uploads on their way.</param>
public sealed record UploadAllowance(DateOnly Day, long Bytes, int Open, string? Tag = null)
{
    public const int MaxOpen = 40;
    public const long MaxBytesPerDay = 1024L * 1024 * 1024;

    public UploadAllowance On(DateOnly day) => Day == day ? this : this with { Day = day, Bytes = 0 };
}
