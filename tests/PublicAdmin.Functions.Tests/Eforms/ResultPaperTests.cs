using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>Results made from forms, as papers: what belongs together stands together, and a certificate is one sheet.</summary>
public sealed partial class ResultPaperTests(BusyOffice busy) : IClassFixture<BusyOffice>
{
    private const int MostLetters = 300; // Of a place's detail.
    private const string Long = "Bản Nậm Pọng Noọng Háng, tổ dân cư số mười bảy, khu vực dọc quốc lộ hai trăm bảy mươi chín, gần trạm y tế cũ";

    [TheoryNeeding("pdfinfo")]
    [InlineData("")]
    [InlineData(Long)]
    [InlineData($"{Long}; {Long}; {Long}")]
    public async Task A_birth_certificate_is_one_sheet_however_long_its_addresses_are(string detail)
    {
        var pdf = await PaperAsync("1.001193", "du-cha-me", answers => Lengthen(answers, detail[..Math.Min(detail.Length, MostLetters)]));

        Assert.Equal(1, PagesOf(pdf));
    }

    [TheoryNeeding("pdftotext")]
    [InlineData("1.001193", "du-cha-me", "Giới tính: .* Dân tộc: .* Quốc tịch: ")]
    [InlineData("1.000656", null, "Giấy báo tử.*: Giấy báo tử, số [^,]+, do [^,]+, cấp ngày \\d\\d/\\d\\d/\\d{4}")]
    [InlineData("1.000894", null, "Vợ \\(ký, ghi rõ họ, chữ đệm, tên\\).*Chồng \\(ký, ghi rõ họ, chữ đệm, tên\\)")]
    [InlineData("1.004859", null, "Từ: 1. ")]
    public async Task What_belongs_together_stands_together(string procedure, string? formCase, string expected)
    {
        var pdf = await PaperAsync(procedure, formCase, answers => Twice(answers["changes"] as JsonArray));

        Assert.Matches(expected, PaperText.Of(pdf));
    }

    [FactNeeding("pdftotext")]
    public async Task A_photo_is_a_frame_beside_the_text_and_nobody_is_asked_to_type_it()
    {
        var code = await busy.TakenAsync("1.001699", null);
        using var officer = busy.Office.As("officer-muong-ang");

        var draft = await Counter.ReadAsync<JsonNode>(
            await officer.PostAsJsonAsync($"/api/dossiers/{code}/result-content", new { template = "giay-xac-nhan-khuyet-tat" }), System.Net.HttpStatusCode.OK);

        Assert.DoesNotContain("photo", draft["missing"]!.AsArray().Select(line => (string)line!["key"]!));
        Assert.Equal(30, (int)draft["content"]!["lines"]!.AsArray().Single(line => (string)line!["key"]! == "photo")!["box"]!["width"]!);
        var paper = PaperText.Of(await PaperAsync("1.001699", null));
        Assert.Contains("Ảnh 3 × 4 cm", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Ảnh:", paper, StringComparison.Ordinal);
    }

    private async Task<byte[]> PaperAsync(string procedure, string? formCase, Action<JsonNode>? change = null)
    {
        var code = await busy.TakenAsync(procedure, formCase, change);
        using var officer = busy.Office.As("officer-muong-ang");
        var template = (await officer.GetFromJsonAsync<JsonNode>($"/api/procedures/{procedure}/results"))!["items"]![0]!["id"]!;
        var content = (await BusyOffice.MadeAsync(officer, code, (string)template!)).ToJsonString();
        return await (await officer.PostAsJsonAsync($"/api/dossiers/{code}/result-preview", new { content })).Content.ReadAsByteArrayAsync();
    }

    private static void Lengthen(JsonNode answers, string detail)
    {
        foreach (var (_, value) in answers.AsObject())
        {
            if (detail.Length > 0 && value is JsonObject place && place.ContainsKey("detail"))
            {
                place["detail"] = detail;
            }
        }
    }

    private static void Twice(JsonArray? list) => list?.Add(list[0]!.DeepClone());

    private static int PagesOf(byte[] pdf)
    {
        using var folder = new TempFolder();
        var info = OutsideTool.Run("pdfinfo", folder.Write("paper.pdf", pdf)).Output;
        return int.Parse(Pages().Match(info).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Pages:\s+(\d+)")]
    private static partial Regex Pages();
}
