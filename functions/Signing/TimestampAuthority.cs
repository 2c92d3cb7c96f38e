using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace PublicAdmin.Signing;

/// <summary>A timestamp authority (dịch vụ cấp dấu thời gian), asked by RFC 3161 over HTTP. What proves when a signature was made.</summary>
public sealed class TimestampAuthority(HttpClient http, Uri address)
{
    /// <summary>The token over a signature, in DER.</summary>
    /// <returns>Null when the authority is away, or answers what does not fit what was asked: ask again later.</returns>
    public async Task<byte[]?> StampAsync(byte[] signature, CancellationToken ct)
    {
        try
        {
            return await AskAsync(signature, ct);
        }
        catch (Exception e) when (e is HttpRequestException or CryptographicException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task<byte[]> AskAsync(byte[] signature, CancellationToken ct)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(
            signature, HashAlgorithmName.SHA256, requestSignerCertificates: true, nonce: RandomNumberGenerator.GetBytes(8));
        using var body = new ByteArrayContent(request.Encode());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var answer = await http.PostAsync(address, body, ct);
        answer.EnsureSuccessStatusCode();
        // Checks the nonce, the hash and the signature of the token.
        return request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(ct), out _).AsSignedCms().Encode();
    }
}
