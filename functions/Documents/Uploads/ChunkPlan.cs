using System.Numerics;

namespace PublicAdmin.Documents.Uploads;

/// <summary>How a file is cut for the line: equal chunks and a last shorter one.</summary>
/// <param name="Size">Bytes of the whole file.</param>
/// <param name="ChunkSize">Bytes of each chunk but the last.</param>
public sealed record ChunkPlan(long Size, int ChunkSize)
{
    public const long MaxSize = 50L * 1024 * 1024;
    public const int SmallestChunk = 64 * 1024;
    public const int LargestChunk = 4 * 1024 * 1024;

    /// <summary>Twenty seconds on a 2G line: little is lost when it breaks.</summary>
    public const int DefaultChunk = 128 * 1024;

    public int Count => (int)((Size + ChunkSize - 1) / ChunkSize);

    /// <summary>Whether a client may wish for chunks of this size: a power of two from 64 KiB to 4 MiB.</summary>
    public static bool Allows(int chunkSize) => chunkSize is >= SmallestChunk and <= LargestChunk && BitOperations.IsPow2(chunkSize);

    public bool Has(int chunk) => chunk >= 0 && chunk < Count;

    /// <summary>Where a chunk begins.</summary>
    public long StartOf(int chunk) => (long)chunk * ChunkSize;

    /// <summary>Bytes of a chunk.</summary>
    public int LengthOf(int chunk) => (int)Math.Min(ChunkSize, Size - StartOf(chunk));
}
