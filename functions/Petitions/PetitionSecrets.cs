using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Petitions;

/// <summary>The code of a petition and the secret with which it is followed: both made under the office's key, so that neither is stored or guessed.</summary>
public sealed class PetitionSecrets(KeyedHashes hashes)
{
    /// <summary>The same request has the same code, so that sent again it is one petition.</summary>
    public string IdOf(string caller, string key, PetitionForm form) =>
        $"PA-{HandCopiedSecret.Of(hashes, "petition", $"{caller}\n{key}\n{form.Kind}\n{form.Text}")}";

    /// <summary>What tells two requests of one key apart.</summary>
    public static string BodyOf(PetitionForm form) => RequestKeys.Shorten(JsonSerializer.Serialize(form, OfficeJson.Stored));

    public string Of(string id) => HandCopiedSecret.Of(hashes, "petition-secret", id);

    public bool Fits(string id, string secret) => HandCopiedSecret.Fits(Of(id), secret);
}
