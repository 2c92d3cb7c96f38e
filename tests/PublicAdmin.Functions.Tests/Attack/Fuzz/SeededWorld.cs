using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Portal.Outbound;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Documents;
using PublicAdmin.Tests.Identity;
using PublicAdmin.Tests.Payments;
using PublicAdmin.Tests.Portal;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>
/// Offices in which everything has happened that can: filed, processed, paid, refused, corrected, published. Each good answer on the way is noted, so that
/// the fuzzer has for every operation a request that is right, from somebody who may.
/// </summary>
internal sealed class SeededWorld : IAsyncDisposable
{
    /// <summary>The office believes the proxy in front of it, so that a test has as many networks as it likes.</summary>
    private const string BehindProxy = "--Http:TrustedProxies=1";

    private readonly List<IAsyncDisposable> _opened = [];

    public ReachedOperations Reached { get; } = new();

    public ApiDescription Description { get; private set; } = null!;

    public FuzzedOffice Main { get; private set; } = null!;

    public static async Task<SeededWorld> OpenAsync()
    {
        var world = new SeededWorld();
        await world.BeginAsync();
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(_opened))
        {
            await one.DisposeAsync();
        }
    }

    private async Task BeginAsync()
    {
        var platform = Opened(await PlatformServer.StartAsync());
        var office = Opened(await Office.OpenInMemoryAsync("2026-11-20T02:00Z", [BehindProxy, .. platform.Settings]));
        Description = await ApiDescription.ReadAsync(office.Http);
        Main = new FuzzedOffice(office, Description, Reached);
        await ReferenceChapter.GoAsync(Main);
        await DeskChapter.GoAsync(Main);
        await OddWaysChapter.GoAsync(Main);
        await MoneyChapter.GoAsync(Main, platform);
        await CitizenChapter.GoAsync(Main);
        await PetitionChapter.GoAsync(Main);
        await SupervisionChapter.GoAsync(Main);
        await RestoredAsync();
        await ReconciledAsync();
        await FiledByPortalAsync();
        await HandedOverAsync();
        await SignedInAsync();
        await Explorer.GoAsync(Main, Description, Reached);
    }

    // An office that lost its tables and has its seals.
    private async Task RestoredAsync()
    {
        var office = Opened(await Office.OpenInMemoryAsync("2026-11-20T02:00Z", BehindProxy));
        await office.FileOneAsync();
        await office.SealUpToAsync("2026-11-20T18:10Z");
        await office.EmptyTablesAsync();
        await new FuzzedOffice(office, Description, Reached).SayAsync("administrator-province", "POST /api/audit/restoration");
    }

    // An office that told the National Portal of a dossier and was held against it at night.
    private async Task ReconciledAsync()
    {
        const string Day = "/api/portal/reconciliations/2026-11-20";
        const string Administrator = "administrator-province";
        var portal = Opened(await PortalServer.StartAsync());
        var inner = Opened(await Office.OpenInMemoryAsync("2026-11-20T02:00Z", [BehindProxy, .. portal.Settings]));
        var office = new FuzzedOffice(inner, Description, Reached);
        var filed = await inner.FileOneAsync();
        office.GoTo("2026-11-20T19:30Z");
        await inner.RunTimerAsync("ReconcilePortal");
        await office.SayAsync(Administrator, $"GET {Day}");
        await office.SayAsync(Administrator, $"GET {Day}/differences");
        await office.SayAsync(Administrator, $"POST {Day}/repairs", new { codes = new[] { filed.ToString() } });
        var (given, _) = await DossierPapersTests.FileBirthAsync(inner, SampleScans.Pdf());
        await inner.DeliverMessagesAsync();
        await office.SayAsync(null, $"GET {inner.The<PortalLinks>().Make(given, "1").PathAndQuery}");
    }

    private async Task HandedOverAsync() => await ArchiveChapter.GoAsync(
        new FuzzedOffice(Opened(await Office.OpenInMemoryAsync("2026-11-20T02:00Z", BehindProxy)), Description, Reached));

    // An office at which the National Portal files, signing each request.
    private async Task FiledByPortalAsync()
    {
        var store = Opened(await PortalStore.StartAsync());
        var inner = Opened(await Office.OpenInMemoryAsync("2026-11-20T02:00Z", [BehindProxy, .. store.Settings]));
        var body = JsonSerializer.SerializeToUtf8Bytes(
            PortalFilingTests.Birth(inner, store.Keep("chung-sinh", SampleScans.Pdf())), OfficeJson.Options);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await new FuzzedOffice(inner, Description, Reached).SayAsync(
            null, "POST /api/portal/filings", content, PortalStore.HeadersOf(body, inner.Clock.GetUtcNow()));
    }

    // An office whose citizens sign in at a real issuer, which lives in the time of this machine.
    private async Task SignedInAsync()
    {
        var issuer = Opened(await RealIssuer.OpenAsync());
        var inner = Opened(await Office.OpenInMemoryAsync(
            DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture), BehindProxy, $"--Identity:Citizens:Authority={issuer.Authority}",
            "--Identity:Citizens:Audience=office", $"--Identity:Citizens:ClientId={RealIssuer.Client}",
            $"--Identity:Citizens:ClientSecret={RealIssuer.Secret}", "--Identity:Address=http://office.example"));
        var office = new FuzzedOffice(inner, Description, Reached, Main.Inner);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var begun = await office.Http.GetAsync("/sign-in/citizens?to=/dossiers");
        using var issuers = await browser.GetAsync(begun.Headers.Location);
        var cookie = begun.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await office.SayAsync(null, $"GET {issuers.Headers.Location!.PathAndQuery}", null, ("Cookie", cookie));
        using var logout = new FormUrlEncodedContent(new Dictionary<string, string> { ["logout_token"] = issuer.LogoutTokenFor("vneid-1") });
        await office.SayAsync(null, "POST /sign-in/citizens/logout", logout);
    }

    private T Opened<T>(T opened)
        where T : IAsyncDisposable
    {
        _opened.Add(opened);
        return opened;
    }
}
