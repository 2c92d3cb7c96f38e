using System.Globalization;
using System.Net;
using PublicAdmin.Audit;
using PublicAdmin.Dossiers;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>What tests of the seals do again and again.</summary>
internal static class Auditing
{
    /// <summary>Goes to an instant and lets the timer run.</summary>
    public static Task SealUpToAsync(this Office office, string at)
    {
        office.Clock.GoTo(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        return office.RunTimerAsync(nameof(SealAudit));
    }

    public static async Task<DossierCode> FileOneAsync(this Office office)
    {
        var filed = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ReadDossierAsync(filed.Code);
        await office.As("clerk-muong-ang").ActAsync(filed.Code, "acceptance");
        await office.DeliverMessagesAsync();
        return filed.Code;
    }

    public static async Task<IReadOnlyList<SealedDay>> DaysAsync(this Office office) =>
        (await Counter.ReadAsync<PageOf<SealedDay>>(await office.As("auditor-province").GetAsync("/api/audit/days"), HttpStatusCode.OK)).Items;

    public static async Task<SealManifest> ManifestAsync(this Office office, DateOnly day) =>
        await Counter.ReadAsync<SealManifest>(await office.As("auditor-province").GetAsync($"/api/audit/days/{day:yyyy-MM-dd}"), HttpStatusCode.OK);

    public static async Task<SealVerdict> CheckDayAsync(this Office office, DateOnly day) =>
        await Counter.ReadAsync<SealVerdict>(await office.As("auditor-province").GetAsync($"/api/audit/days/{day:yyyy-MM-dd}/verdict"), HttpStatusCode.OK);

    public static async Task<SealVerdict> CheckDossierAsync(this Office office, DossierCode code) =>
        await Counter.ReadAsync<SealVerdict>(await office.As("auditor-province").GetAsync($"/api/dossiers/{code}/verdict"), HttpStatusCode.OK);

    /// <summary>Writes a sealed file anew, past the seal, as somebody with the disk in hands would.</summary>
    public static async Task RewriteAsync(this Office office, string name, Func<byte[], byte[]> change)
    {
        var (blobs, blob) = (office.The<IBlobs>(), SealNames.Blob(name));
        var bytes = change((await blobs.ReadAsync(blob, default))!);
        await office.LiftSealAsync(name);
        await blobs.WriteAsync(blob, new MemoryStream(bytes), BlobFacts.Of(SealNames.Lines), null, default);
        await blobs.SealAsync(blob, DateTimeOffset.MaxValue.AddYears(-1), default);
    }

    public static Task LiftSealAsync(this Office office, string name) =>
        office.The<SqliteDatabase>().WriteAsync(connection => connection.Prepare("UPDATE Blobs SET SealedUntil = NULL WHERE Path = ?").Bind(1, name).Run());

    public static Task ForgetBlobAsync(this Office office, string name) =>
        office.The<SqliteDatabase>().WriteAsync(connection => connection.Prepare("DELETE FROM Blobs WHERE Path = ?").Bind(1, name).Run());

    /// <summary>The tables a restore fills are empty, as after a loss; the seals are still there.</summary>
    public static async Task EmptyTablesAsync(this Office office)
    {
        foreach (var name in new[] { Tables.Dossiers, Tables.Lists, Tables.Serials })
        {
            var table = office.The<ITables>()[name];
            await foreach (var row in table.WalkAllAsync(default))
            {
                await table.WriteAsync([RowChange.Delete(row.Partition, row.Key)], default);
            }
        }
    }
}
