using PublicAdmin.Archive.Packages;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Documents.Records;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Identity;
using PublicAdmin.Notifications;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Scans.Judging;
using PublicAdmin.Submission.Drafts;

namespace PublicAdmin.Archive.Rights;

/// <summary>What is held of a person outside dossiers: the account, the store of papers, files sent, drafts, look-ups, wishes about letters.</summary>
public sealed class OwnStorePart(WalletStore wallet, UploadStore uploads, DraftDesk drafts, OwnRecords records, PreferenceStore preferences, IBlobs blobs)
{
    internal async Task AddAsync(BagWriter bag, Caller caller, PaperOwner owner, List<LeftOut> leftOut, CancellationToken ct)
    {
        await bag.AddJsonAsync(
            "person.json",
            new OwnAccount(caller.Name, caller.PersonalNumber, caller.Organisation, await preferences.FindAsync(caller.PartyNumber!, ct)), ct);
        await bag.AddJsonAsync("wallet.json", await AllAsync(asked => wallet.PageAsync(owner, asked, ct)), ct);
        await bag.AddJsonAsync("look-ups.json", await AllAsync(asked => records.PageAsync(owner, asked, ct)), ct);
        await AddDraftsAsync(bag, caller, ct);
        await AddFilesAsync(bag, owner, leftOut, ct);
    }

    private async Task AddDraftsAsync(BagWriter bag, Caller caller, CancellationToken ct)
    {
        var found = new List<DraftView>();
        foreach (var draft in await drafts.ListAsync(caller, ct))
        {
            found.AddRange((await drafts.FindAsync(draft.Id, caller, ct)).Try(out var view, out _) ? [view] : []);
        }

        await bag.AddJsonAsync("drafts.json", found, ct);
    }

    // Malware goes nowhere; that it was sent is said.
    private async Task AddFilesAsync(BagWriter bag, PaperOwner owner, List<LeftOut> leftOut, CancellationToken ct)
    {
        var sent = await uploads.StoredOfAsync(owner, ct);
        await bag.AddJsonAsync(
            "files.json", sent.Select(one => new OwnFile(one.Name, one.Id.Sha256, one.Plan.Size, one.CompletedAt, one.Check.State)).ToList(), ct);
        foreach (var one in sent)
        {
            if (one.Check.Findings is { IsInfected: true })
            {
                leftOut.Add(LeftOut.Of(null, one.Name, PaperRefusals.Blocked.With(one.Name)));
            }
            else if (await blobs.OpenIntactAsync(one.Id.Blob, 0, null, ct) is { } content)
            {
                await using (content)
                {
                    await bag.AddAsync($"files/{one.Id.Sha256}{one.Check.Kind.Extension()}", content, ct);
                }
            }
        }
    }

    private static async Task<List<T>> AllAsync<T>(Func<PageAsked, Task<PageOf<T>>> read)
    {
        var all = new List<T>();
        for (var asked = new PageAsked(PageAsked.MaxLimit, null); ;)
        {
            var page = await read(asked);
            all.AddRange(page.Items);
            if (page.Next is null)
            {
                return all;
            }

            asked = asked.Behind(page.Next);
        }
    }
}

/// <param name="Letters">How the person wants to be told.</param>
public sealed record OwnAccount(string Name, string? PersonalNumber, string? Organisation, Preferences Letters);

/// <param name="Check">What was found in it.</param>
public sealed record OwnFile(string Name, string Sha256, long Bytes, DateTimeOffset SentAt, CheckState Check);
