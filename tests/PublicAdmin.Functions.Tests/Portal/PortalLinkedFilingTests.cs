using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>A linked case filed by the National Portal: its files come once, for the case and for every part of ours.</summary>
public sealed class PortalLinkedFilingTests
{
    [Fact]
    public async Task Each_part_has_the_files_and_the_code_of_the_portal_finds_the_case()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        var filing = Filings.LinkedBirth(office.OfficeOf("clerk-muong-ang"));
        var filed = await PortalStore.FileAsync(office, new("G22.99.01-261120-0009", filing, [store.Keep("to-khai", SampleScans.Pdf())]));
        store.LinksOnce = true;

        await PortalFilingTests.PassAsync(office, TimeSpan.FromMinutes(30));

        var clerk = office.As("clerk-muong-ang");
        var whole = await clerk.ReadDossierAsync(filed.Code);
        var part = await clerk.ReadDossierAsync(DossierCode.Parse(whole.Linked!.Parts.Select(one => one.Code).OfType<string>().First()));
        Assert.Equal((1, 0, 1, 0), (whole.Papers, whole.Portal.FilesAwaited, part.Papers, part.Portal.FilesAwaited));
        Assert.Equal(Phase.Registered, part.Phase);
        Assert.Equal(filed.Code, Assert.Single(await clerk.SearchAsync("G22.99.01-261120-0009")).Code);
    }
}
