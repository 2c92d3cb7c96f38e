using PublicAdmin.Tests.Archive;
using PublicAdmin.Tests.Audit;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>A dossier on its way to the archive: packed, sent back, packed again, received.</summary>
internal static class ArchiveChapter
{
    private const string Registrar = "registrar-muong-ang";

    public static async Task GoAsync(FuzzedOffice office)
    {
        var (code, _) = await PackageTests.EndedAsync(office.Inner);
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
    }
}
