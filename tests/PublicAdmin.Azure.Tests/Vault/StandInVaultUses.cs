using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Tests.Azure.Vault;

/// <summary>What is done with its keys.</summary>
internal sealed partial class StandInVault
{
    /// <summary>Calls that were answered with a signature.</summary>
    public int Signatures { get; private set; }

    /// <summary>Calls that were answered with a key wrapped or unwrapped.</summary>
    public int Wrappings { get; private set; }

    private Task<IResult> SignAsync(string name, string version, HttpRequest request) => UseAsync(name, version, request, (key, asked) =>
    {
        Signatures++;
        return key.Sign(ValueOf(asked));
    });

    private Task<IResult> WrapAsync(string name, string version, HttpRequest request) =>
        OfDataKeyAsync(name, version, request, (key, value) => key.Wrap(value));

    private Task<IResult> UnwrapAsync(string name, string version, HttpRequest request) =>
        OfDataKeyAsync(name, version, request, (key, value) => key.Unwrap(value));

    private Task<IResult> OfDataKeyAsync(string name, string version, HttpRequest request, Func<VaultKey, byte[], byte[]?> use) =>
        UseAsync(name, version, request, (key, asked) =>
        {
            Wrappings++;
            return asked.GetProperty("alg").GetString() is "RSA-OAEP-256" ? use(key, ValueOf(asked)) : null;
        });

    private async Task<IResult> UseAsync(string name, string version, HttpRequest request, Func<VaultKey, JsonElement, byte[]?> use)
    {
        var asked = (await request.ReadFromJsonAsync<JsonElement>())!;
        if (Find(name, version) is not { } key)
        {
            return NotFound(name);
        }

        if (!key.Enabled)
        {
            return Refusal(StatusCodes.Status403Forbidden, "Forbidden", "The operation is not allowed on a disabled key.");
        }

        return use(key, asked) is { } value
            ? TypedResults.Json(new { kid = key.Id(Address), value = Base64Url.EncodeToString(value) })
            : Refusal(StatusCodes.Status400BadRequest, "BadParameter", "The algorithm is not for this key.");
    }

    private static byte[] ValueOf(JsonElement asked) => Base64Url.DecodeFromChars(asked.GetProperty("value").GetString());
}
