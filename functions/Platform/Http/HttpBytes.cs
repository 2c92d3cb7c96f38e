using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

/// <summary>Reads a file a caller sent as it is, and no more of it than is allowed.</summary>
public static class HttpBytes
{
    public static async Task<Result<byte[]>> ReadBytesAsync(this HttpRequest request, int most, CancellationToken ct)
    {
        if (request.ContentLength > most)
        {
            return HttpRefusals.BodyTooLarge;
        }

        if (request.HttpContext.Features.Get<ReceivedBody>() is { } received)
        {
            return received.Bytes.Length <= most ? received.Own() : HttpRefusals.BodyTooLarge;
        }

        try
        {
            var body = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = await request.Body.ReadAsync(buffer, ct)) > 0;)
            {
                body.Write(buffer, 0, read);
                if (body.Length > most)
                {
                    return HttpRefusals.BodyTooLarge;
                }
            }

            return body.ToArray();
        }
        catch (BadHttpRequestException e)
        {
            return HttpRefusals.Of(e);
        }
    }
}
