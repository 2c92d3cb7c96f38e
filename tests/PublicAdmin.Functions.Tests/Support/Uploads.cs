using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace PublicAdmin.Tests.Support;

/// <summary>Sends files as the citizen's page and the counter's scanner do: announce, send what is missing, complete.</summary>
public static class Uploads
{
    /// <returns>The upload's id, for a dossier to refer to.</returns>
    public static async Task<string> SendFileAsync(this HttpClient http, byte[] file, string name = "giấy chứng sinh.pdf", string? onBehalfOf = null)
    {
        var upload = await (await http.AnnounceAsync(file, name, onBehalfOf: onBehalfOf)).ReadAsync();
        foreach (var chunk in upload.GetProperty("missing").EnumerateArray().Select(chunk => chunk.GetInt32()))
        {
            (await http.SendChunkAsync(upload, file, chunk)).EnsureSuccessStatusCode();
        }

        var completed = await http.PostAsync($"/api/uploads/{upload.IdOf()}/completion", null);
        return (await completed.ReadAsync()).IdOf();
    }

    public static Task<HttpResponseMessage> AnnounceAsync(
        this HttpClient http, byte[] file, string name = "giấy chứng sinh.pdf", int? chunkSize = null, bool withChunks = false, string? onBehalfOf = null) =>
        http.PostAsJsonAsync(
            "/api/uploads",
            new
            {
                name,
                size = file.Length,
                sha256 = Sha256(file),
                chunkSize,
                chunks = withChunks ? file.Chunk(chunkSize!.Value).Select(Sha256) : null,
                onBehalfOf
            });

    public static async Task<HttpResponseMessage> SendChunkAsync(this HttpClient http, JsonElement upload, byte[] file, int chunk, byte[]? digest = null)
    {
        var bytes = file.Chunk(upload.GetProperty("chunkSize").GetInt32()).ElementAt(chunk);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/uploads/{upload.IdOf()}/chunks/{chunk}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(digest ?? SHA256.HashData(bytes))}:");
        return await http.SendAsync(request);
    }

    public static string IdOf(this JsonElement upload) => upload.GetProperty("id").GetString()!;

    /// <summary>The JSON of a good answer; a refusal fails the test with its own words.</summary>
    public static async Task<JsonElement> ReadAsync(this HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonElement.Parse(body) : throw new HttpRequestException($"{(int)response.StatusCode}: {body}");
    }

    public static async Task<string?> RefusalAsync(this HttpResponseMessage response) =>
        response.IsSuccessStatusCode ? null : (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
