using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Results;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Certificates.Purposes;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>The province says root by root what certificates must be for; signing and verifying go by the rule of the day.</summary>
public sealed class PurposeRegisterTests
{
    private const string Place = "muong-ang";
    private const string Address = "/api/certificate-purposes";

    [Fact]
    public async Task From_its_day_on_a_rule_decides_who_signs_and_what_holds()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var signed = await SignedAsync(office, "12/GXN-UBND");
        var root = Assert.Single((await office.Http.GetFromJsonAsync<List<TrustedRoot>>("/api/trusted-roots", OfficeJson.Stored))!).Thumbprint;
        var rule = Rule(root, "2026-11-23") with { Policies = ["1.2.3.4.5"] };

        await PutAsync(office, "administrator-province", rule, HttpStatusCode.Created);
        var today = await VerifyAsync(office, signed);
        office.Clock.GoTo(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7)));
        var from = await VerifyAsync(office, signed);
        var next = await FiledAsync(office);
        var officer = office.As($"officer-{Place}");
        await officer.ActAsync(next, "taking");
        await office.DecideAsync(Place, next, "13/GXN-UBND");
        await office.DeliverMessagesAsync();

        Assert.Equal(Verdict.Valid, today.Verdict);
        Assert.Equal(Verdict.Untrusted, from.Verdict);
        Assert.All(from.Signatures, signature => Assert.Equal("CertificatePolicy", signature.TrustProblem));
        await office.As($"leader-{Place}").GetAsync($"/api/dossiers/{next}/result").ProblemAsync(HttpStatusCode.Conflict);

        await PutAsync(office, "administrator-province", Rule(root, "2026-11-24"), HttpStatusCode.Created);
        office.Clock.GoTo(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(7)));
        Assert.Equal(Verdict.Valid, (await VerifyAsync(office, signed)).Verdict);
    }

    [Fact]
    public async Task A_version_is_changed_by_whoever_read_it_and_all_of_them_stay_on_record()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (administrator, rule) = ("administrator-province", Rule("*", "2026-12-01"));
        var path = $"{Address}/*/versions/2026-12-01";

        await PutAsync(office, administrator, rule, HttpStatusCode.Created);
        var read = await office.As(administrator).GetAsync(path);
        var stale = await SendAsync(office, administrator, rule, tag: null).ProblemAsync(HttpStatusCode.PreconditionFailed);
        var changed = await SendAsync(office, administrator, rule with { KeyUsageNeeded = true }, read.Headers.ETag!.Tag);
        var again = await SendAsync(office, administrator, rule, read.Headers.ETag!.Tag).ProblemAsync(HttpStatusCode.PreconditionFailed);
        var seen = await office.As(administrator).GetFromJsonAsync<List<PurposeVersion>>(Address, OfficeJson.Stored);
        var told = await office.Http.GetFromJsonAsync<List<PurposeVersion>>(Address, OfficeJson.Stored);

        Assert.Equal((HttpStatusCode.OK, "purposes-changed", "purposes-changed"), (changed.StatusCode, stale.Code, again.Code));
        Assert.Equal([("*", new DateOnly(2000, 1, 1)), ("*", new DateOnly(2026, 12, 1))], seen!.Select(version => (version.Root, version.ValidFrom)));
        Assert.Equal((true, "Cơ quan cấp chứng thư đổi chính sách", OfficePeople.IdOf(administrator), office.Clock.GetUtcNow()),
            (seen![1].KeyUsageNeeded, seen[1].Reason, seen[1].EnteredBy, seen[1].EnteredAt));
        Assert.Null(told![1].EnteredBy);
        await office.As(administrator).GetAsync($"{Address}/*/versions/2000-01-01").ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_unfit_is_refused_where_it_is_unfit()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var rule = Rule("*", "2026-12-01");
        (PurposeVersion Version, string Code, string? Field)[] unfit =
        [
            (rule with { ValidFrom = new(2026, 11, 20) }, "purposes-not-in-future", "validFrom"),
            (rule with { Root = new string('A', 64) }, "purposes-root-unknown", "root"),
            (rule with { Source = "" }, "field-missing", "source"),
            (rule with { Reason = null }, "field-missing", "reason"),
            (rule with { Allowed = ["clientAuth"] }, "purposes-identifier-unfit", "allowed"),
            (rule with { Policies = ["1..2"] }, "purposes-identifier-unfit", "policies"),
            (rule with { Forbidden = [rule.Allowed[0]] }, "purposes-contradiction", "forbidden"),
            (rule with { Policies = [.. Enumerable.Range(1, 41).Select(n => $"1.2.{n}")] }, "purposes-too-many", "policies"),
        ];

        foreach (var (version, code, field) in unfit)
        {
            var refused = await ProblemOfAsync(await SendAsync(office, "administrator-province", version, tag: null));
            Assert.Equal((code, field), (refused.Code, refused.Field));
        }

        Assert.Equal("signing-province-only", (await ProblemOfAsync(await SendAsync(office, $"administrator-{Place}", rule, tag: null))).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(office, $"leader-{Place}", rule, tag: null)).StatusCode);
        using var other = JsonContent.Create(rule, options: OfficeJson.Options);
        Assert.Equal(
            "purposes-address-mismatch",
            (await ProblemOfAsync(await office.As("administrator-province").PutAsync($"{Address}/*/versions/2026-12-02", other))).Code);
    }

    private static PurposeVersion Rule(string root, string from) => new(
        root, DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), KeyUsageNeeded: false, ["1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36"],
        ["1.3.6.1.5.5.7.3.1"], [], "RFC 9336", "Cơ quan cấp chứng thư đổi chính sách");

    private static async Task PutAsync(Office office, string persona, PurposeVersion version, HttpStatusCode status) =>
        await Counter.ReadAsync<PurposeVersion>(await SendAsync(office, persona, version, tag: null), status);

    private static Task<HttpResponseMessage> SendAsync(Office office, string persona, PurposeVersion version, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Address}/{version.Root}/versions/{version.ValidFrom:yyyy-MM-dd}")
        {
            Content = JsonContent.Create(version, options: OfficeJson.Options),
        };
        if (tag is not null)
        {
            request.Headers.Add("If-Match", tag);
        }

        return office.As(persona).SendAsync(request);
    }

    private static async Task<(string Code, string? Field)> ProblemOfAsync(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        return (problem.GetProperty("code").GetString()!, problem.TryGetProperty("field", out var field) ? field.GetString() : null);
    }

    private static async Task<DossierCode> FiledAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")))).Code;
        await office.As($"clerk-{Place}").ActAsync(code, "acceptance");
        return code;
    }

    private static async Task<byte[]> SignedAsync(Office office, string number)
    {
        var code = await FiledAsync(office);
        await office.ProcessToTheEndAsync(Place, code, number);
        await office.DeliverMessagesAsync();
        return await office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/result");
    }

    private static async Task<VerificationReport> VerifyAsync(Office office, byte[] pdf)
    {
        using var body = new ByteArrayContent(pdf) { Headers = { { "Content-Type", "application/pdf" } } };
        return (await Counter.ReadAsync<PdfFindings>(await office.Http.PostAsync("/api/verification", body), HttpStatusCode.OK)).Report;
    }
}
