using PublicAdmin.Dossiers;
using PublicAdmin.Processing;
using PublicAdmin.Tests.Archive;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>A dossier on its way to the archive: packed, sent back, packed again, received.</summary>
internal static class ArchiveChapter
{
    private const string Registrar = "registrar-muong-ang";

    public static async Task GoAsync(FuzzedOffice office)
    {
        var (code, _) = await PackageTests.EndedAsync(office.Inner);
        var refused = await RefusedAsync(office.Inner);
        await office.Inner.SealUpToAsync("2026-11-21T18:10Z");
        office.GoTo("2026-11-21T18:11Z");
        var dossier = $"/api/dossiers/{code}";
        await office.SayAsync("mai", "GET /api/me/export");
        await office.SayAsync(Registrar, "GET /api/archive");
        await office.SayAsync(Registrar, "GET /api/archive/terms");
        await office.SayAsync(Registrar, $"POST {dossier}/archive-hold", new { reason = "Thanh tra" });
        var made = await office.SayAsync(Registrar, $"POST {dossier}/archive-package");
        await office.SayAsync(Registrar, $"GET {dossier}/archive-package");
        await office.SayAsync(Registrar, $"POST {dossier}/archive-offer");
        await office.SayAsync(
            Registrar, $"POST {dossier}/archive-answer", new { accepted = true, sha256 = made.At("package", "sha256"), receipt = "BN-1", set = 1 });
        await EraseAsync(office, refused);
    }

    // Of a term of two years, without a result.
    private static async Task<DossierCode> RefusedAsync(Office office)
    {
        var clerk = office.As("clerk-muong-ang");
        var code = (await clerk.FileAsync(Filings.CertifiedCopy(office.OfficeOf("clerk-muong-ang")))).Code;
        await clerk.ActAsync(code, "refusal", new ReasonForm("Bản chính bị tẩy xóa", "Điều 22 Nghị định 23/2015/NĐ-CP"));
        await office.DeliverMessagesAsync();
        return code;
    }

    private static async Task EraseAsync(FuzzedOffice office, DossierCode code)
    {
        var dossier = $"/api/dossiers/{code}";
        var made = await office.SayAsync(Registrar, $"POST {dossier}/archive-package");
        await office.SayAsync(Registrar, $"POST {dossier}/archive-offer");
        foreach (var set in new[] { 1, 2 })
        {
            await office.SayAsync(
                Registrar, $"POST {dossier}/archive-answer",
                new { accepted = true, sha256 = made.At("package", "sha256"), receipt = $"BN-2{set}", set });
        }

        office.GoTo("2029-01-02T02:00Z");
        await office.SayAsync(Registrar, $"POST {dossier}/erasure-proposal", new { ground = "QĐ 12/2029" });
        office.GoTo("2029-02-02T02:00Z");
        await office.SayAsync("leader-muong-ang", $"POST {dossier}/erasure");
        await office.SayAsync(Registrar, $"GET {dossier}/erasure");
    }
}
