using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Dossiers.Keys;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure.Vault;

/// <summary>
/// Stands in for Key Vault and, at the same address, for Communication Services: https, tokens, keys with versions that sign, throttling, letters taken.
/// That it speaks as Microsoft's does is shown by Microsoft's own client for Node (<see cref="StandInVaultTests"/>).
/// </summary>
internal sealed partial class StandInVault : IAsyncDisposable
{
    private const int PageSize = 2;
    private readonly WebApplication _app = StandInServer.Build();
    private readonly ConcurrentDictionary<string, List<VaultKey>> _keys = new();
    private int _toRefuse;

    public Uri Address => new(_app.Urls.First() + "/");

    /// <summary>Bodies of the letters handed in.</summary>
    public ConcurrentQueue<string> Letters { get; } = new();

    /// <summary>What the mail service answers instead of taking a letter.</summary>
    public string? MailRefusal { get; set; }

    public static async Task<StandInVault> StartAsync()
    {
        var vault = new StandInVault();
        vault._app.Use(vault.AdmitAsync);
        vault._app.MapPost("/keys/{name}/create", vault.CreateAsync);
        vault._app.MapGet("/keys/{name}/versions", vault.List);
        vault._app.MapGet("/keys/{name}/{version?}", vault.Show);
        vault._app.MapPost("/keys/{name}/{version}/sign", vault.SignAsync);
        vault._app.MapPost("/keys/{name}/{version}/wrapkey", vault.WrapAsync);
        vault._app.MapPost("/keys/{name}/{version}/unwrapkey", vault.UnwrapAsync);
        vault._app.MapDelete("/keys/{name}", vault.Delete);
        vault._app.MapPost("/emails:send", vault.TakeLetterAsync);
        vault.Add(IVaultKey.Name, ec: false); // As infra/ provisions it.
        await vault._app.StartAsync();
        return vault;
    }

    /// <summary>The next so many calls are answered 429, to come again after a second.</summary>
    public void Throttle(int calls) => _toRefuse = calls;

    public VaultKey Add(string name, bool ec = true)
    {
        var key = new VaultKey(name, ec);
        _keys.GetOrAdd(name, _ => []).Add(key);
        return key;
    }

    public VaultKey? Find(string name) => Find(name, null);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // A call without a token is told where to get one.
    private async Task AdmitAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.Authorization.Count == 0)
        {
            http.Response.Headers.WWWAuthenticate =
                $"Bearer authorization=\"https://login.microsoftonline.com/{StandInTokens.Tenant}\", resource=\"https://vault.azure.net\"";
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (Interlocked.Decrement(ref _toRefuse) >= 0)
        {
            http.Response.Headers.RetryAfter = "1";
            await Refusal(StatusCodes.Status429TooManyRequests, "Throttled", "Too many.").ExecuteAsync(http);
        }
        else
        {
            await next(http);
        }
    }

    private async Task<IResult> CreateAsync(string name, HttpRequest request)
    {
        var asked = (await request.ReadFromJsonAsync<JsonObject>())!;
        return _keys.TryGetValue(name, out var versions) && versions.Exists(key => key.IsDeleted)
            ? Refusal(StatusCodes.Status409Conflict, "Conflict", "Key is currently in a deleted but recoverable state.")
            : TypedResults.Json(Add(name, ((string)asked["kty"]!).StartsWith("EC", StringComparison.Ordinal)).Describe(Address));
    }

    private IResult Show(string name, string? version) => Find(name, version) is { } key ? TypedResults.Json(key.Describe(Address)) : NotFound(name);

    private IResult List(string name, int? skip)
    {
        if (Find(name, null) is null)
        {
            return NotFound(name);
        }

        var page = _keys[name].Skip(skip ?? 0).Take(PageSize).Select(key => new { kid = key.Id(Address), attributes = key.Attributes });
        var end = (skip ?? 0) + PageSize;
        return TypedResults.Json(new { value = page, nextLink = end < _keys[name].Count ? $"{Address}keys/{name}/versions?api-version=7.4&skip={end}" : null });
    }

    private IResult Delete(string name)
    {
        if (Find(name, null) is not { } key)
        {
            return NotFound(name);
        }

        _keys[name].ForEach(version => version.IsDeleted = true);
        return TypedResults.Json(key.Describe(Address));
    }

    private async Task<IResult> TakeLetterAsync(HttpRequest request)
    {
        if (MailRefusal is { } refusal)
        {
            return TypedResults.Text(refusal, "application/json", null, StatusCodes.Status400BadRequest);
        }

        Letters.Enqueue(await new StreamReader(request.Body).ReadToEndAsync());
        return TypedResults.Json(new { id = Guid.NewGuid(), status = "Running" }, statusCode: StatusCodes.Status202Accepted);
    }

    private VaultKey? Find(string name, string? version) =>
        _keys.TryGetValue(name, out var versions) ? versions.FindLast(key => !key.IsDeleted && (version is null || key.Version == version)) : null;

    private static IResult NotFound(string name) =>
        Refusal(StatusCodes.Status404NotFound, "KeyNotFound", $"A key with (name/id) {name} was not found in this key vault.");

    private static IResult Refusal(int status, string code, string message) => TypedResults.Json(new { error = new { code, message } }, statusCode: status);
}
