using System.Text.Json;
using PublicAdmin.Platform;

namespace PublicAdmin.Submission.Drafts;

/// <summary>A form begun and not yet sent (bản nháp), as the citizen's device saves it: whole, each time.</summary>
/// <param name="Procedure">National procedure code it is for; null while the citizen has not chosen.</param>
/// <param name="Form">What has been filled in so far, any JSON object: the filing as it will be sent, with the ids of uploads. At most 60 KB.</param>
/// <param name="Eform">The procedure's own form; when it changes before the draft is filed, the answers are carried over.</param>
public sealed record DraftForm(JsonElement Form, string? Procedure = null, DraftEform? Eform = null);

/// <summary>A draft without its content.</summary>
/// <param name="Version">Also the ETag: send it back as If-Match.</param>
/// <param name="ExpiresAt">Thirty days after it was last saved.</param>
public sealed record DraftSummary(string Id, string? Procedure, long Version, long Bytes, DateTimeOffset SavedAt, DateTimeOffset ExpiresAt);

/// <summary>A draft with its content.</summary>
/// <param name="Eform">The procedure's own form, by its version of today.</param>
public sealed record DraftView(
    string Id, string? Procedure, long Version, DateTimeOffset SavedAt, DateTimeOffset ExpiresAt, JsonElement Form, CarriedEform? Eform = null);

/// <summary>What a draft holds, as bytes.</summary>
/// <param name="Eform">Null while none was begun.</param>
internal sealed record DraftContent(byte[] Form, byte[]? Eform)
{
    public int Length => Form.Length + (Eform?.Length ?? 0);
}

/// <summary>A draft as it lies in its table.</summary>
/// <param name="Owner">The citizen's partition.</param>
/// <param name="Sha256">Of the content: the same content sent again over a bad line is the same save.</param>
/// <param name="Form">Id of the form it is filled in by; empty while none was begun, null where nobody wrote it down yet.</param>
internal sealed record Draft(
    string Owner, string Id, string? Procedure, long Version, long Bytes, string Sha256, DateTimeOffset SavedAt, string? Tag, string? Form = null)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public DateTimeOffset ExpiresAt => SavedAt + KeptFor;

    public DraftSummary Summary => new(Id, Procedure, Version, Bytes, SavedAt.Here(), ExpiresAt.Here());

    public DraftView With(JsonElement form, CarriedEform? eform) => new(Id, Procedure, Version, SavedAt.Here(), ExpiresAt.Here(), form, eform);
}
