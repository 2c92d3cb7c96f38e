using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Archive;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>Two ended dossiers of one person with the same paper, whose erasure may be decided.</summary>
public abstract class DueErasures : IAsyncLifetime
{
    protected const string Place = "dien-bien-phu";
    protected const int WellBegun = 15; // Steps of its storage: what was decided is written by 8, that it is being erased by 10.
    protected const int LastSteps = 25;

    internal static readonly ApplicantForm Xuyen = new("Giàng Thị Xuyến", "011199000777", "0977123456", Address: "Bản Nậm Pố Xa");

    internal Office Office { get; private set; } = null!;
    internal DossierCode First { get; private set; } = null!;
    internal DossierCode Second { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Office = await Support.Office.OpenAsync("2026-11-20T02:00Z");
        First = await Office.CopiedAsync(Filings.CertifiedCopy(Office.OfficeOf($"clerk-{Place}")) with { Applicant = Xuyen });
        Second = await Office.CopiedAsync(Filings.CertifiedCopy(Office.OfficeOf($"clerk-{Place}")) with { Applicant = Xuyen });
        await Office.SealUpToAsync("2026-11-21T18:10Z");
        await Office.HandOverAsync(First);
        await Office.HandOverAsync(Second);
        Office.Clock.GoTo(DateTimeOffset.Parse("2049-01-04T02:00Z", CultureInfo.InvariantCulture));
        Assert.Equal(HttpStatusCode.OK, (await Office.ProposeErasureAsync(First)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Office.ProposeErasureAsync(Second)).StatusCode);
        Office.Clock.Advance(TimeSpan.FromDays(31));
    }

    public async Task DisposeAsync() => await Office.DisposeAsync();

    internal HttpClient Leader => Office.As($"leader-{Place}");

    internal Task<HttpResponseMessage> DecideAsync(DossierCode code) => Leader.PostAsync($"/api/dossiers/{code}/erasure", null);

    internal Task<HttpResponseMessage> HoldAsync() => Office.As($"registrar-{Place}")
        .PostAsJsonAsync($"/api/dossiers/{First}/archive-hold", new ArchiveHoldForm("Thanh tra 3/2049"), OfficeJson.Options);
}
