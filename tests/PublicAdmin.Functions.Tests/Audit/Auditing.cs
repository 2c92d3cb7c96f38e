using System.Globalization;
using System.Net;
using PublicAdmin.Audit;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
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
}
