using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Security.KeyVault.Keys;

/// <summary>The way to a vault: token, retries and faults are Azure.Core's.</summary>
internal sealed class VaultPipeline(TokenCredential credential, KeyClientOptions options)
{
    private const string Scope = "https://vault.azure.net/.default";
    private const string ApiVersion = "7.4";
    private readonly HttpPipeline _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, Scope));

    public async Task<(Response Response, JsonElement Body)> SendAsync(RequestMethod method, Uri address, object? body, CancellationToken ct)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        if (!address.Query.Contains("api-version", StringComparison.Ordinal))
        {
            message.Request.Uri.AppendQuery("api-version", ApiVersion);
        }

        message.Request.Headers.Add("Accept", "application/json");
        if (body is not null)
        {
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(BinaryData.FromObjectAsJson(body));
        }

        await _pipeline.SendAsync(message, ct);
        return message.Response.IsError
            ? throw new RequestFailedException(message.Response) : (message.Response, message.Response.Content.ToObjectFromJson<JsonElement>());
    }
}

/// <summary>All versions of a key, page after page.</summary>
internal sealed class KeyVersionPages(VaultPipeline pipeline, Uri first, string name, CancellationToken stop) : AsyncPageable<KeyProperties>(stop)
{
    public override async IAsyncEnumerable<Page<KeyProperties>> AsPages(string? continuationToken = default, int? pageSizeHint = default)
    {
        for (var next = continuationToken is null ? first : new Uri(continuationToken); next is not null;)
        {
            var (response, body) = await pipeline.SendAsync(RequestMethod.Get, next, null, CancellationToken);
            var more = body.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
            yield return Page<KeyProperties>.FromValues(
                [.. body.GetProperty("value").EnumerateArray()
                    .Select(key => KeyProperties.Read(name, key.GetProperty("kid").GetString()!, key.GetProperty("attributes")))], more, response);
            next = more is null ? null : new Uri(more);
        }
    }
}
