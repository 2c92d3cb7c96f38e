using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Embedded.DevelopmentSignIn;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Shape;

/// <summary>
/// No answer shows a dossier to somebody who may not see it. Not by example: every route of the catalogue, with every filter it declares,
/// is asked by every persona for dossiers of three communes, and the bodies are searched for what must not be there.
/// </summary>
public sealed partial class VisibilityTests(ThreeCommunes office) : IClassFixture<ThreeCommunes>
{
    private static readonly HashSet<Role> Readers = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor, Role.Auditor];

    public static TheoryData<string> Everybody() => [ThreeCommunes.Stranger, .. Personas.All.Select(persona => persona.Key)];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task A_persona_sees_only_the_dossiers_of_their_own(string persona)
    {
        using var http = office.As(persona);
        var hidden = office.Dossiers.Where(dossier => !MaySee(persona, dossier)).ToList();
        foreach (var address in Functions("GET").SelectMany(Addresses))
        {
            using var response = await http.GetAsync(address);
            var body = await response.Content.ReadAsStringAsync();
            Assert.False((int)response.StatusCode >= 500, $"{persona}: {address} answered {(int)response.StatusCode}");
            Assert.All(hidden.SelectMany(dossier => dossier.Marks).Where(mark => !address.Contains(Uri.EscapeDataString(mark), StringComparison.Ordinal)),
                mark =>
                Assert.False(body.Contains(mark, StringComparison.Ordinal), $"{persona} saw {mark} at {address}"));
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task A_persona_finds_and_reads_a_dossier_exactly_when_it_is_of_their_own(string persona)
    {
        using var http = office.As(persona);

        foreach (var dossier in office.Dossiers)
        {
            using var one = await http.GetAsync($"/api/dossiers/{dossier.Code}");
            using var list = await http.GetAsync(persona == dossier.Citizen ? "/api/dossiers" : $"/api/work?office={dossier.Office}");
            Assert.Equal(MaySee(persona, dossier), one.StatusCode is HttpStatusCode.OK);
            Assert.Equal(MaySee(persona, dossier), (await list.Content.ReadAsStringAsync()).Contains(dossier.Code, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Nobody_acts_on_a_dossier_they_may_not_see(string persona)
    {
        using var http = office.As(persona);
        foreach (var function in Functions("POST").Where(function => function.Route.StartsWith("api/dossiers/{code}/", StringComparison.Ordinal)))
        {
            foreach (var dossier in office.Dossiers.Where(dossier => !MaySee(persona, dossier)))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/{function.Route.Replace("{code}", dossier.Code, StringComparison.Ordinal)}");
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
                request.Content = function.Method.GetCustomAttribute<AcceptsAttribute>() is { } accepts
                    ? JsonContent.Create(Plausible.Of(accepts.Body), options: OfficeJson.Options) : null;
                using var response = await http.SendAsync(request);
                Assert.InRange((int)response.StatusCode, 400, 499);
            }
        }

        Assert.Equal(office.Dossiers.Select(dossier => dossier.Version), await office.VersionsAsync());
    }

    private static bool MaySee(string persona, FiledDossier dossier)
    {
        var who = Personas.Find(persona);
        return who?.Role is { } role
            ? Readers.Contains(role) && (who.Place == dossier.Unit || who.Place == Duty.Everywhere)
            : persona == dossier.Citizen;
    }

    private static IEnumerable<CataloguedFunction> Functions(string method) =>
        FunctionCatalogue.All.Where(function => function.Trigger is HttpTriggerAttribute && function.Methods.Contains(method));

    // Each route for each dossier, bare and with each declared filter by which somebody could reach for another's.
    private IEnumerable<string> Addresses(CataloguedFunction function)
    {
        var filters = function.Method.GetCustomAttributes<ReadsAttribute>().Where(reads => !reads.Header).Select(reads => reads.Name).ToList();
        foreach (var route in office.Dossiers.Select(dossier => $"/{Parameter().Replace(function.Route, dossier.Code)}").Distinct())
        {
            yield return route;
            foreach (var query in Queries(filters))
            {
                yield return $"{route}?{query}";
            }
        }
    }

    private IEnumerable<string> Queries(List<string> filters)
    {
        string[] offices = filters.Contains("office") ? [.. office.Dossiers.Select(dossier => $"office={dossier.Office}"), "office=*"] : [];
        string[] marks = filters.Contains("q")
            ? [.. office.Dossiers.SelectMany(dossier => dossier.Marks).Select(mark => $"q={Uri.EscapeDataString(mark)}")] : [];
        string[] others = [.. filters.Except(["office", "q", "limit", "after", "on"]).Select(name => $"{name}=true")];
        return [.. offices, .. marks, .. from mark in marks from at in offices select $"{mark}&{at}", .. others,
            .. from one in others from at in offices select $"{one}&{at}"];
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}

/// <summary>A dossier somebody filed at a commune.</summary>
/// <param name="Marks">What betrays it: code, personal number, name, phone.</param>
public sealed record FiledDossier(string Code, string Citizen, string Unit, string Office, long Version, IReadOnlyList<string> Marks);

/// <summary>An office where three citizens have each filed a dossier at their own commune.</summary>
public sealed class ThreeCommunes : IAsyncLifetime
{
    public const string Stranger = "nobody";

    private Office _office = null!;

    public IReadOnlyList<FiledDossier> Dossiers { get; private set; } = [];

    public async Task InitializeAsync()
    {
        // Not the day of the code that the API description gives as its example.
        _office = await Office.OpenAsync("2026-11-26T02:00Z");
        Dossiers =
        [
            await FileAsync("mai", "03256", "clerk-muong-ang", "0912000001"),
            await FileAsync("thanh", "03325", "clerk-muong-phang", "0912000002"),
            await FileAsync("my", "03127", "clerk-dien-bien-phu", "0912000003"),
        ];
        await _office.DeliverMessagesAsync();
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    public HttpClient As(string persona) => persona == Stranger ? new HttpClient { BaseAddress = _office.Http.BaseAddress } : _office.As(persona);

    public async Task<IReadOnlyList<long>> VersionsAsync()
    {
        var versions = new List<long>();
        foreach (var dossier in Dossiers)
        {
            versions.Add(
                (await _office.The<PublicAdmin.Dossiers.Rows.DossierStore>()
                    .FindAsync(PublicAdmin.Dossiers.DossierCode.Parse(dossier.Code), default))!.Version);
        }

        return versions;
    }

    private async Task<FiledDossier> FileAsync(string citizen, string unit, string clerk, string phone)
    {
        var (name, number) = (Personas.Find(citizen)!.Name, Personas.Find(citizen)!.PersonalNumber!);
        using var http = _office.As(citizen);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/dossiers");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Content = JsonContent.Create(new
        {
            procedure = "1.004873",
            receipt = _office.OfficeOf(clerk),
            applicant = new { name, personalNumber = number, phone },
            residenceUnit = unit,
            form = ExampleAnswers.About("1.004873", name, number, phone),
        });
        using var response = await http.SendAsync(request);
        var receipt = await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        Assert.True(response.StatusCode is HttpStatusCode.Created, $"{receipt}");
        var code = receipt.GetProperty("code").GetString()!;
        var stored = await _office.The<PublicAdmin.Dossiers.Rows.DossierStore>().FindAsync(PublicAdmin.Dossiers.DossierCode.Parse(code), default);
        return new FiledDossier(code, citizen, unit, _office.OfficeOf(clerk), stored!.Version, [code, number, name, phone]);
    }
}
