using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Platform;

/// <summary>What any adapter must do with a seal as time passes. Only where a test can move the time; Azurite cannot seal at all.</summary>
public abstract class BlobSealContract : BlobBlockContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    protected sealed override TimeProvider Time => Clock;

    protected FixedClock Clock { get; } = new(DateTimeOffset.Parse("2026-11-20T02:00Z", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_sealed_blob_can_be_neither_changed_nor_deleted_until_its_day()
    {
        var tag = await Blobs.CreateAsync(Name, Bytes("signed"), Pdf, Ct);
        await Blobs.SealAsync(Name, Clock.GetUtcNow().AddDays(1), Ct);

        await Assert.ThrowsAsync<StaleBlobException>(() => Blobs.WriteAsync(Name, Bytes("forged"), Pdf, tag, Ct));
        await Assert.ThrowsAsync<StaleBlobException>(() => Blobs.DeleteAsync(Name, Ct));
        Assert.Equal("signed", await ReadAsync(Name));

        Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await Blobs.DeleteAsync(Name, Ct));
    }

    [Fact]
    public async Task A_seal_can_be_prolonged_and_never_shortened()
    {
        await Blobs.CreateAsync(Name, Bytes("signed"), Pdf, Ct);
        await Blobs.SealAsync(Name, Clock.GetUtcNow().AddDays(1), Ct);
        await Blobs.SealAsync(Name, Clock.GetUtcNow().AddDays(10), Ct);
        await Blobs.SealAsync(Name, Clock.GetUtcNow().AddDays(5), Ct);

        Assert.Equal(Clock.GetUtcNow().AddDays(10), (await Blobs.FindAsync(Name, Ct))!.SealedUntil);
    }
}
