using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Eforms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission.Drafts;

/// <summary>
/// Keeps a citizen's drafts, so that a form begun on one device is finished on another; of two devices at once one wins and the other is told.
/// </summary>
public sealed partial class DraftDesk(DraftStore drafts, FormBook forms, KeyedHashes hashes, TimeProvider clock)
{
    public const int MaxBytes = 60 * 1024;

    /// <param name="ifMatch">The version the device last saw; null to begin a new draft.</param>
    public async Task<Result<DraftSummary>> SaveAsync(string id, DraftForm form, string? ifMatch, Caller caller, CancellationToken ct)
    {
        var content = ContentOf(form);
        if (FirstBroken(id, form, content) is { } broken)
        {
            return broken;
        }

        var wanted = new Draft(
            OwnerOf(caller), id, form.Procedure, 1, content.Length, Convert.ToHexStringLower(SHA256.HashData([.. content.Form, .. content.Eform ?? []])),
            clock.GetUtcNow(), null, form.Eform?.Id ?? "");
        try
        {
            return await WriteAsync(await FindAsync(wanted.Owner, id, ct), wanted, content, ifMatch, ct);
        }
        catch (StaleRowException)
        {
            return Changed(await FindAsync(wanted.Owner, id, ct), wanted);
        }
    }

    public async Task<Result<DraftView>> FindAsync(string id, Caller caller, CancellationToken ct)
    {
        if (!IdPattern().IsMatch(id) || await FindAsync(OwnerOf(caller), id, ct) is not { } draft || await drafts.ContentAsync(draft, ct) is not { } content)
        {
            return DraftRefusals.NotFound;
        }

        return draft.With(JsonElement.Parse(content.Form), content.Eform is { } eform ? Carried(draft, eform) : null);
    }

    public async Task<IReadOnlyList<DraftSummary>> ListAsync(Caller caller, CancellationToken ct) =>
        [.. (await drafts.ListAsync(OwnerOf(caller), ct)).Where(IsAlive).OrderByDescending(draft => draft.SavedAt).Select(draft => draft.Summary)];

    /// <summary>Gone when it returns null; deleting what is gone is done already.</summary>
    public async Task<Refusal?> DeleteAsync(string id, string? ifMatch, Caller caller, CancellationToken ct)
    {
        if (!IdPattern().IsMatch(id) || await FindAsync(OwnerOf(caller), id, ct) is not { } draft)
        {
            return null;
        }

        if (ifMatch is not null && ifMatch != VersionText(draft))
        {
            return DraftRefusals.Changed.With(draft.Version);
        }

        try
        {
            await drafts.DeleteAsync(draft, ct);
            return null;
        }
        catch (StaleRowException)
        {
            return DraftRefusals.Changed.With(draft.Version + 1);
        }
    }

    private CarriedEform Carried(Draft draft, byte[] eform)
    {
        var begun = JsonSerializer.Deserialize<DraftEform>(eform, OfficeJson.Stored)!;
        return DraftCarrier.Carry(begun, draft.Procedure is { } procedure ? forms.Of(procedure, clock.Today()) : null, forms.VersionsOf(begun.Id));
    }

    private static DraftContent ContentOf(DraftForm form) => new(
        Encoding.UTF8.GetBytes(form.Form.ValueKind is JsonValueKind.Object ? form.Form.GetRawText() : ""),
        form.Eform is { } eform ? JsonSerializer.SerializeToUtf8Bytes(eform, OfficeJson.Stored) : null);

    private static Refusal? FirstBroken(string id, DraftForm form, DraftContent content) =>
        !IdPattern().IsMatch(id) ? DraftRefusals.IdInvalid.With()
        : content.Form.Length == 0 ? DraftRefusals.NotAnObject.At("form")
        : form.Eform is { Answers.ValueKind: not JsonValueKind.Object } ? DraftRefusals.NotAnObject.At("eform.answers")
        : content.Length > MaxBytes ? DraftRefusals.TooLarge.At("form")
        : Fields.Length("procedure", form.Procedure, 20) ?? Fields.Length("eform.id", form.Eform?.Id, 100);

    private async Task<Result<DraftSummary>> WriteAsync(Draft? present, Draft wanted, DraftContent content, string? ifMatch, CancellationToken ct)
    {
        if (present is null)
        {
            return ifMatch is not null
                ? DraftRefusals.NotFound : await drafts.AddAsync(wanted, content, ct) ? wanted.Summary : DraftRefusals.TooMany.With(DraftStore.MaxDrafts);
        }

        if (ifMatch != VersionText(present))
        {
            return Changed(present, wanted);
        }

        var next = wanted with { Version = present.Version + 1, Tag = present.Tag };
        await drafts.ReplaceAsync(present, next, content, ct);
        return next.Summary;
    }

    // The same content that is there was most likely saved by this very device, whose answer was lost on the way.
    private static Result<DraftSummary> Changed(Draft? present, Draft wanted) =>
        present is null ? DraftRefusals.NotFound
        : present.Sha256 == wanted.Sha256 && present.Procedure == wanted.Procedure ? present.Summary
        : DraftRefusals.Changed.With(present.Version).Knowing("version", present.Version).Knowing("savedAt", present.SavedAt.Here());

    private async Task<Draft?> FindAsync(string owner, string id, CancellationToken ct) =>
        await drafts.FindAsync(owner, id, ct) is { } draft && IsAlive(draft) ? draft : null;

    private bool IsAlive(Draft draft) => clock.GetUtcNow() < draft.ExpiresAt;

    private string OwnerOf(Caller caller) => hashes.Of("draft-owner", caller.Organisation ?? caller.Id);

    private static string VersionText(Draft draft) => draft.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex IdPattern();
}
