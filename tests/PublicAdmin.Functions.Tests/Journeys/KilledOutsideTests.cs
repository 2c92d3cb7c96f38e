using System.Net.Http.Json;
using PublicAdmin.Archive;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Archive;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Portal;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>
/// The office dies before and after every single durable operation of what it does with the world outside: fetching the files of a filing, making a package
/// for the archive. Begun again it comes to the same end: each file once, one package.
/// </summary>
public sealed class KilledOutsideTests
{
    private const string Registrar = "registrar-muong-ang";

    [Fact]
    public async Task Fetching_the_files_of_a_filing_ends_with_each_file_once()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        var file = store.Keep("chung-sinh", SampleScans.Pdf());
        var steps = 0;
        for (var died = true; died; steps++)
        {
            var filed = await PortalStore.FileAsync(office, PortalFilingTests.Birth(office, file) with { Code = $"G22.99.01-261120-{steps:D4}" });
            died = await DiesAsync(office, steps + 1, () => PortalFilingTests.PassAsync(office, TimeSpan.FromMinutes(5)));

            await PortalFilingTests.PassAsync(office, TimeSpan.FromMinutes(30));

            var dossier = await office.As("clerk-muong-ang").ReadDossierAsync(filed.Code);
            Assert.Equal((Phase.Registered, 1, 0), (dossier.Phase, dossier.Papers, dossier.Portal.FilesAwaited));
            var paper = await office.As("clerk-muong-ang").GetByteArrayAsync($"/api/dossiers/{filed.Code}/documents/1");
            Assert.Equal(file.Sha256, Uploads.Sha256(paper));
        }

        Assert.InRange(steps, 10, 150);
    }

    [FactNeeding("unzip")]
    public async Task Making_a_package_ends_with_one_that_proves_itself()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var (code, _) = await PackageTests.EndedAsync(office);
        await office.SealUpToAsync("2026-11-21T18:10Z");
        var steps = 0;
        for (var died = true; died; steps++)
        {
            died = await DiesAsync(office, steps + 1, async () =>
                (await office.As(Registrar).PostAsync($"/api/dossiers/{code}/archive-package", null)).EnsureSuccessStatusCode());

            var made = await PackageTests.PrepareAsync(office, code);

            using var bag = new UnpackedBag(await office.As(Registrar).GetByteArrayAsync($"/api/dossiers/{code}/archive-package"));
            Assert.Equal((steps + 1, 0, 0), (made.Package!.Number, bag.CheckHashes().ExitCode, bag.CheckSeal().ExitCode));
            await SendBackAsync(office, code, made.Package.Sha256);
        }

        Assert.InRange(steps, 5, 100);
    }

    // The archive does not take it: the next one is made of the same dossier.
    private static async Task SendBackAsync(Office office, DossierCode code, string sha256)
    {
        var registrar = office.As(Registrar);
        (await registrar.PostAsync($"/api/dossiers/{code}/archive-offer", null)).EnsureSuccessStatusCode();
        var answer = new ArchiveAnswerForm(false, sha256, Reasons: "Thiếu trang");
        (await registrar.PostAsJsonAsync($"/api/dossiers/{code}/archive-answer", answer, OfficeJson.Options)).EnsureSuccessStatusCode();
    }

    /// <returns>False when all was done before that step came.</returns>
    private static async Task<bool> DiesAsync(Office office, int step, Func<Task> something)
    {
        office.DieAt(step);
        try
        {
            await something();
            return false;
        }
        catch (Exception dead) when (dead is OfficeKilledException or HttpRequestException)
        {
            return true;
        }
        finally
        {
            await office.RestartAsync();
        }
    }
}
