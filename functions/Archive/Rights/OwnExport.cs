using System.Globalization;
using PublicAdmin.Archive.Packages;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Archive.Rights;

/// <summary>
/// Makes what a person may take away. It is written to a file of its own first, which is gone when it is sent: nobody gets a half of it, and no copy of
/// anybody's data lies about.
/// </summary>
public sealed class OwnExport(PaperOwners owners, OwnDossierPart dossiers, OwnStorePart store, CenterSeal seal, TimeProvider clock)
{
    private static readonly string Guide = Resources.Text("Archive.Rights.readme.txt");

    /// <returns>To be sent from its beginning; disposed, it is gone.</returns>
    public async Task<Result<Stream>> MakeAsync(Caller caller, CancellationToken ct)
    {
        if (!owners.Own(caller).Try(out var owner, out var refusal))
        {
            return refusal;
        }

        var file = new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (await WriteAsync(file, caller, owner, ct) is { } failed)
        {
            await file.DisposeAsync();
            return failed;
        }

        file.Position = 0;
        return file;
    }

    private async Task<Refusal?> WriteAsync(Stream file, Caller caller, PaperOwner owner, CancellationToken ct)
    {
        await using var bag = new BagWriter(file, "du-lieu-cua-toi", clock.Now());
        var leftOut = new List<LeftOut>();
        await dossiers.AddAsync(bag, caller, leftOut, ct);
        await store.AddAsync(bag, caller, owner, leftOut, ct);
        await bag.AddJsonAsync("left-out.json", leftOut, ct);
        await bag.TagAsync("README.txt", Guide, ct);
        return await bag.CloseAsync(
            [
                ("Source-Organization", seal.Name),
                ("External-Description", "Dữ liệu cá nhân do hệ thống đang giữ"),
                ("Bagging-Date", clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ],
            seal.SignAsync, ct);
    }
}

/// <summary>What is held and not in the file, and why.</summary>
public sealed record LeftOut(DossierCode? Dossier, string What, string Reason, Text Why)
{
    public static LeftOut Of(DossierCode? dossier, string what, Refusal refusal) =>
        new(dossier, what, refusal.Code, new Text(refusal.In(Language.Vi), refusal.In(Language.En)));
}
