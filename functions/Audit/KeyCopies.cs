using System.Text.Json;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Audit;

/// <summary>A dossier's data key as it is wrapped, or, once it was destroyed, what is left to say of the dossier.</summary>
internal sealed record KeyCopy(byte[]? Key, ErasedDossier? Erased = null);

/// <summary>
/// Copies of the wrapped data keys, one file for each agency and day of filing, in a container of their own: seals can never be changed, so a key must not
/// stand in them. Written before a day is sealed; without them a restore from the seals would bring back what nobody can read.
/// </summary>
public sealed class KeyCopies(IBlobs blobs)
{
    internal static BlobName NameOf(string code) => new(Containers.DataKeys, $"{code.Split('-')[0]}/{code.Split('-')[1]}.json");

    /// <summary>Those that are not there yet, or are wrapped by another generation there. A destroyed one stays destroyed.</summary>
    internal async Task AddAsync(IReadOnlyDictionary<string, byte[]> keys, CancellationToken ct)
    {
        foreach (var file in keys.GroupBy(key => NameOf(key.Key)))
        {
            await ChangeAsync(file.Key, copies =>
            {
                var other = file.Where(key => copies.GetValueOrDefault(key.Key) is var copy && copy?.Erased is null && IsOther(copy?.Key, key.Value)).ToList();
                other.ForEach(key => copies[key.Key] = new KeyCopy(key.Value));
                return other.Count > 0;
            }, ct);
        }
    }

    /// <summary>Destroys the copy of a key.</summary>
    public Task EraseAsync(ErasedDossier erased, CancellationToken ct) => ChangeAsync(NameOf(erased.Code.ToString()), copies =>
    {
        var (code, there) = (erased.Code.ToString(), copies.GetValueOrDefault(erased.Code.ToString()));
        copies[code] = new KeyCopy(null, erased);
        return there?.Erased is null;
    }, ct);

    /// <summary>By code; empty where there is no file.</summary>
    internal async Task<Dictionary<string, KeyCopy>> ReadAsync(BlobName name, CancellationToken ct) =>
        await blobs.ReadAsync(name, ct) is { } bytes ? JsonSerializer.Deserialize<Dictionary<string, KeyCopy>>(bytes, OfficeJson.Stored)! : [];

    private static bool IsOther(byte[]? kept, byte[] wrapped) => kept is null || !kept.AsSpan().SequenceEqual(wrapped);

    /// <param name="name">Which file.</param>
    /// <param name="change">Answers whether it changed anything; asked again when somebody else wrote first.</param>
    /// <param name="ct">Cancels.</param>
    private async Task ChangeAsync(BlobName name, Func<Dictionary<string, KeyCopy>, bool> change, CancellationToken ct)
    {
        while (true)
        {
            var tag = (await blobs.FindAsync(name, ct))?.Tag;
            var copies = await ReadAsync(name, ct);
            if (!change(copies) || await TryWriteAsync(name, copies, tag, ct))
            {
                return;
            }
        }
    }

    private async Task<bool> TryWriteAsync(BlobName name, Dictionary<string, KeyCopy> copies, string? tag, CancellationToken ct)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(copies, OfficeJson.Stored));
        var facts = BlobFacts.Of(SealNames.Json);
        try
        {
            return (tag is null ? await blobs.CreateAsync(name, content, facts, ct) : await blobs.WriteAsync(name, content, facts, tag, ct)) is not null;
        }
        catch (StaleBlobException)
        {
            return false;
        }
    }
}
