namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>A request that was answered well, ready to be sent again, changed or not.</summary>
/// <param name="Caller">A persona; null for nobody.</param>
/// <param name="Address">Path and query.</param>
internal sealed record SentRequest(
    FuzzedOffice Office, ApiOperation Operation, string? Caller, string Address, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body,
    string? BodyType)
{
    public static async Task<SentRequest> OfAsync(FuzzedOffice office, ApiOperation operation, string? caller, HttpRequestMessage request) => new(
        office, operation, caller, request.RequestUri!.PathAndQuery,
        [.. request.Headers.Where(header => header.Key is not "Authorization").SelectMany(header => header.Value.Select(value => (header.Key, value)))],
        request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(), request.Content?.Headers.ContentType?.ToString());

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Operation.Method), Address);
        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", BodyType);
        }

        return message;
    }
}
