using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

/// <summary>Reads what a caller sent; what cannot be read is refused with the field at fault.</summary>
public static class HttpBodies
{
    public static async Task<Result<T>> ReadAsync<T>(this HttpRequest request, CancellationToken ct)
        where T : notnull
    {
        if (!request.HasJsonContentType())
        {
            return HttpRefusals.NotJson;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, SentJson.Options, ct) is { } body ? body : HttpRefusals.BodyMissing;
        }
        catch (SentText.UnwrittenException e)
        {
            return HttpRefusals.TextUnwritten.At(FieldAt(e), FieldAt(e));
        }
        catch (JsonException e)
        {
            return HttpRefusals.BodyUnreadable.At(FieldAt(e), e.LineNumber + 1, e.BytePositionInLine + 1);
        }
        catch (BadHttpRequestException e)
        {
            return HttpRefusals.Of(e);
        }
    }

    // "$.applicant.name" is how the serializer says it; callers know it as "applicant.name".
    private static string FieldAt(JsonException e) => e.Path is { Length: > 2 } path ? path[2..] : "$";
}
