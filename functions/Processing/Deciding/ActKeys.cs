using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>The Idempotency-Key of an act, kept short in the dossier beside the acts that were done.</summary>
internal static class ActKeys
{
    // How much is remembered of a key and of the body it came with: 66 and 36 bits.
    private const int NameLength = 11;
    private const int BodyLength = 6;

    /// <summary>Null when the caller sent none.</summary>
    public static string? Of(HttpRequest request, Act act, Caller caller, object? form) => request.IdempotencyKey().Try(out var key, out _)
        ? RequestKeys.Shorten($"{caller.Id}\n{act}\n{key}")[..NameLength]
            + (form is null ? "" : RequestKeys.Shorten(JsonSerializer.Serialize(form, OfficeJson.Stored))[..BodyLength])
        : null;

    /// <summary>Sent again over a bad line, it was done the first time; with another body it is another request under a used key.</summary>
    public static Result<StoredDossier>? DoneBefore(StoredDossier stored, string? key) =>
        key is null || stored.Keys.FirstOrDefault(done => done.StartsWith(key[..NameLength], StringComparison.Ordinal)) is not { } done ? null
        : done == key ? stored
        : HttpRefusals.IdempotencyKeyReused;
}
