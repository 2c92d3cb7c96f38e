using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Scans.Judging;

namespace PublicAdmin.Documents.Pairing;

/// <summary>
/// Điện thoại làm máy quét: a clerk's page shows a QR code, one telephone opens it, and what its camera gives lands as the clerk's own uploads, judged like
/// every other. The telephone sees nothing of the office and nothing of what it sent.
/// </summary>
public sealed partial class PairingDesk(
    PairingStore pairings, KeyedHashes hashes, PaperOwners owners, UploadDesk uploads, UploadCompletion completion, TrackingPages site, TimeProvider clock)
{
    public const int MostPages = 100;
    private const int Bits = 256;

    public async Task<Result<BegunPairing>> BeginAsync(PairingForm form, Caller clerk, CancellationToken ct)
    {
        if (!owners.For(clerk, form.OnBehalfOf).Try(out var owner, out var refusal)
            || !UploadRules.SourceOf(clerk, form.Office).Try(out var source, out refusal))
        {
            return refusal;
        }

        var (id, secret) = (NewSecret()[..22], NewSecret());
        var until = clock.GetUtcNow() + PhonePairing.Lasts;
        await pairings.AddAsync(new(id, source, owner, until, HashOf(secret)), ct);
        var address = $"{site.At("/phone")}#{id}.{secret}";
        return new BegunPairing(id, address, QrPicture.Of(address), until.Here());
    }

    /// <summary>The first telephone that shows the secret has it; from then on the secret opens nothing.</summary>
    public async Task<Result<ClaimedPairing>> ClaimAsync(string id, string secret, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { Token: null } pairing || !Fits(secret, pairing.Secret))
        {
            return PairingRefusals.Over;
        }

        var token = NewSecret();
        return await pairings.ClaimAsync(pairing, HashOf(token), ct) ? new ClaimedPairing(token, pairing.Until.Here()) : PairingRefusals.Over;
    }

    /// <summary>Whose telephone it is: asked before anything of a page is read.</summary>
    public async Task<Result<PhonePairing>> KnowAsync(string id, string token, CancellationToken ct) =>
        await FindAsync(id, ct) is { Token: { } own } pairing && Fits(token, own) ? pairing : PairingRefusals.Over;

    /// <summary>A page becomes an upload of the clerk's; the same page again is the same upload.</summary>
    public async Task<Result<ReceivedPage>> ReceiveAsync(PhonePairing pairing, byte[] picture, CancellationToken ct)
    {
        var known = await pairings.PagesAsync(pairing.Id, ct);
        if (FileKinds.Of(picture) is not (FileKind.Jpeg or FileKind.Png) || known.Count >= MostPages)
        {
            return known.Count >= MostPages ? PairingRefusals.TooManyPages.With(MostPages) : PairingRefusals.NotAPicture;
        }

        var upload = UploadId.Of(pairing.Owner, Convert.ToHexStringLower(SHA256.HashData(picture)));
        if (known.Contains(upload))
        {
            return new ReceivedPage(known.Count);
        }

        if ((await KeepAsync(pairing, upload, known.Count + 1, picture, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        return new ReceivedPage(await pairings.AddPageAsync(pairing.Id, upload, ct));
    }

    public async Task<Result<PairingView>> ShowAsync(string id, Caller clerk, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } pairing || pairing.Source.By != clerk.Id)
        {
            return PairingRefusals.Over;
        }

        var pages = new List<UploadView>();
        foreach (var page in await pairings.PagesAsync(id, ct))
        {
            pages.AddRange((await uploads.FindAsync(page, clerk, ct)).Try(out var view, out _) ? [view] : []);
        }

        return new PairingView(id, pairing.Token is not null, pairing.Until.Here(), pages);
    }

    private async Task<Result<UploadView>> KeepAsync(PhonePairing pairing, UploadId upload, int number, byte[] picture, CancellationToken ct)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"dien-thoai-{number:D2}{FileKinds.Of(picture).Extension()}");
        var clerk = new Caller(CallerKind.Staff, pairing.Source.By, "", null, [new Duty(Role.Clerk, pairing.Source.Office!)]);
        var form = new UploadForm(name, picture.Length, upload.Sha256, ChunkPlan.LargestChunk);
        var started = await uploads.StartAsync(form, pairing.Owner, pairing.Source, ct);
        if (!started.Try(out var view, out _) || view.Complete || await uploads.FindOpenAsync(upload, clerk, ct) is not { } open)
        {
            return started;
        }

        await uploads.KeepAsync(open, 0, new MemoryStream(picture), ct);
        return await completion.CompleteAsync(upload, clerk, ct);
    }

    private async Task<PhonePairing?> FindAsync(string id, CancellationToken ct) => Name().IsMatch(id) ? await pairings.FindAsync(id, ct) : null;

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bits / 8));

    private string HashOf(string secret) => hashes.Of("phone-pairing", secret);

    private bool Fits(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(hash));

    [GeneratedRegex(@"^[A-Za-z0-9_-]{22}\z")]
    private static partial Regex Name();
}
