using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

public class SignatureImageTests
{
    private const string Place = "muong-ang";

    [FactNeeding("pdfimages", "pdfsig")]
    public async Task Pictures_of_signature_and_seal_stand_on_what_is_signed_from_their_day_on()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var administrator = office.As("administrator-province");
        var seal = SigningKeyNames.OfSeal(office.OfficeOf($"leader-{Place}"));
        var before = await ResultAsync(office);
        await PutAsync(administrator, seal, SampleScans.TransparentPng(300, 220, 20, 30));
        await PutAsync(administrator, SigningKeyNames.OfPerson(OfficePeople.IdOf($"leader-{Place}")), SampleScans.TransparentPng(200, 20, 40, 180));
        var with = await ResultAsync(office);

        using var folder = new TempFolder();
        Assert.Equal(0, Images(folder, before));
        Assert.Equal(2, Images(folder, with));
        Assert.Equal(2, OutsideTool.Run("pdfsig", "-nocert", folder.Write("with.pdf", with)).Output.Split("Signature is Valid").Length - 1);
        Assert.Equal(SampleScans.TransparentPng(300, 220, 20, 30), await administrator.GetByteArrayAsync($"/api/signing-keys/{seal}/image"));
    }

    [Fact]
    public async Task A_picture_for_a_day_to_come_is_not_shown_before()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var administrator = office.As("administrator-province");

        await PutAsync(administrator, "seal-h18-61", SampleScans.TransparentPng(300, 220, 20, 30), "?from=2026-11-25");
        var early = await administrator.GetAsync("/api/signing-keys/seal-h18-61/image").ProblemAsync(HttpStatusCode.NotFound);
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-24T17:30Z", System.Globalization.CultureInfo.InvariantCulture)); // 00:30 of the 25th in the office

        Assert.Equal("signature-image-none", early.Code);
        Assert.NotEmpty(await office.As("administrator-province").GetByteArrayAsync("/api/signing-keys/seal-h18-61/image"));
    }

    public static TheoryData<string, string, string> Bad => new()
    {
        { "signature-image-not-png", "hello", "" },
        { "signature-image-not-png", "cut", "" },
        { "signature-image-opaque", "opaque", "" },
        { "signature-image-size", "small", "" },
        { "signature-image-in-past", "good", "?from=2026-11-19" },
        { "query-invalid", "good", "?from=tomorrow" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_no_such_picture_is_refused(string code, string kind, string query)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var good = SampleScans.TransparentPng(100, 0, 0, 0);
        var bytes = kind switch
        {
            "hello" => "hello"u8.ToArray(),
            "cut" => good[..^40],
            "opaque" => SampleScans.TransparentPng(100, 0, 0, 0, alpha: false),
            "small" => SampleScans.TransparentPng(20, 0, 0, 0),
            _ => good,
        };

        using var answer = await SendAsync(office.As("administrator-province"), "seal-h18-61", bytes, query);

        Assert.Equal(code, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_administrator_of_one_commune_registers_nothing()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        using var answer = await SendAsync(office.As($"administrator-{Place}"), "seal-h18-61", SampleScans.TransparentPng(100, 0, 0, 0));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<byte[]> ResultAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")))).Code;
        await office.As($"clerk-{Place}").ActAsync(code, "acceptance");
        await office.ProcessToTheEndAsync(Place, code);
        return await office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/result");
    }

    private static int Images(TempFolder folder, byte[] pdf) =>
        OutsideTool.Run("pdfimages", "-list", folder.Write("images.pdf", pdf)).Output.Split('\n')
            .Where(line => line.Contains(" image ", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[10])
            .Distinct().Count();

    private static async Task PutAsync(HttpClient administrator, string key, byte[] png, string query = "")
    {
        using var answer = await SendAsync(administrator, key, png, query);
        Assert.True(answer.StatusCode is HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient administrator, string key, byte[] png, string query = "")
    {
        var body = new ByteArrayContent(png);
        body.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return administrator.PutAsync($"/api/signing-keys/{key}/image{query}", body);
    }
}
