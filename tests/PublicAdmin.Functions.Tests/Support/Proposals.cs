using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Results;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;

namespace PublicAdmin.Tests.Support;

/// <summary>The paper a dossier ends in, made as an officer makes it.</summary>
internal static class Proposals
{
    /// <summary>The extract of a child born to Mai, as an officer copies it from the register.</summary>
    public static ProposalForm Birth { get; } = Granted(new BirthExtract(
        "Lò Minh An", new DateOnly(2026, 11, 15), "Nam", "Thái", "Việt Nam", "Trung tâm Y tế huyện Mường Ảng", "xã Mường Ảng, tỉnh Điện Biên", "011326000123",
        null, new Parent("Lò Thị Mai", "1995", "Thái", "Việt Nam", "Bản Tát, xã Mường Ảng"), "UBND xã Mường Ảng, số 12, ngày 20/11/2026"));

    public static ProposalForm MaritalStatus { get; } = Granted(new MaritalStatusCertificate(
        "Lò Thị Mai", new DateOnly(1995, 3, 2), "Nữ", "Thái", "Việt Nam", "011195000123", "Bản Tát, xã Mường Ảng, tỉnh Điện Biên",
        "Chưa đăng ký kết hôn với ai", "Vay vốn ngân hàng"));

    public static ProposalForm Granted(ResultContent content) =>
        new(Decision.Grant, "Hồ sơ đủ điều kiện giải quyết.", JsonSerializer.Serialize(content, OfficeJson.Stored));

    /// <summary>From the dossier's form, the officer's lines filled in; words where there is no form; a scan where another agency makes the paper.</summary>
    public static async Task<ProposalForm> ProposalAsync(this HttpClient officer, DossierCode code)
    {
        var (status, made) = await MakeAsync(officer, code, []);
        return status switch
        {
            HttpStatusCode.NotFound => new(Decision.Grant, "Hồ sơ đủ điều kiện giải quyết.", "Nội dung kết quả."),
            HttpStatusCode.UnprocessableEntity => await SentAsync(officer, code),
            _ => new(Decision.Grant, "Hồ sơ đủ điều kiện giải quyết.", await WholeAsync(officer, code, made)),
        };
    }

    private static async Task<string> WholeAsync(HttpClient officer, DossierCode code, JsonNode draft)
    {
        var given = draft["missing"]!.AsArray().ToDictionary(line => (string)line!["key"]!, line => $"Cán bộ ghi: {line!["label"]!["vi"]}");
        var (_, whole) = given.Count is 0 ? (HttpStatusCode.OK, draft) : await MakeAsync(officer, code, given);
        return whole["content"]!.ToJsonString();
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> MakeAsync(HttpClient officer, DossierCode code, Dictionary<string, string> given)
    {
        var response = await officer.PostAsJsonAsync($"/api/dossiers/{code}/result-content", new { given });
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    private static async Task<ProposalForm> SentAsync(HttpClient officer, DossierCode code)
    {
        using var paper = new ByteArrayContent(VietnameseScan.Of("GIẤY CHỨNG NHẬN", code.ToString()));
        paper.Headers.ContentType = new("application/octet-stream");
        var sent = await Counter.ReadAsync<JsonElement>(await officer.PutAsync($"/api/dossiers/{code}/result-paper", paper), HttpStatusCode.OK);
        return new(
            Decision.Grant, "Hồ sơ đủ điều kiện giải quyết.",
            Elsewhere: new(
                "Giấy chứng nhận", $"CS {code}", new DateOnly(2026, 1, 5), "Văn phòng Đăng ký đất đai", "Lò Văn Ngoan, Giám đốc",
                sent.GetProperty("sha256").GetString()!));
    }
}
