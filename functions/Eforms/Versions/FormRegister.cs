using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Eforms.Versions;

/// <summary>Where an administrator enters how a form will be from a day to come.</summary>
public sealed class FormRegister(ReferenceVersions<FormDefinition> stored, FormBook book, TimeProvider clock) : IReferenceData
{
    public async Task RefreshAsync(CancellationToken ct) => book.Load(await stored.LoadAsync(ct));

    /// <summary>What would come of a version, without entering it.</summary>
    public Result<FormDryRun> Try(FormDefinition form, Caller editor)
    {
        if (!editor.Has(Role.Administrator, Duty.Everywhere))
        {
            return IdentityRefusals.NotYourTask;
        }

        if (form.ValidFrom <= clock.Today())
        {
            return EformRefusals.NotInFuture.At("validFrom");
        }

        var before = book.VersionsOf(form.Id).LastOrDefault(version => version.ValidFrom < form.ValidFrom);
        IReadOnlyList<DefinitionFault> faults = [.. CompiledForm.Of(form).Faults, .. before is null ? [] : MigrationCheck.Faults(before, form)];
        return faults is [var first, ..]
            ? EformRefusals.Contradictory.At(first.Place, faults.Count).Knowing("faults", faults)
            : book.Find(form.Id, form.Version) is { } taken && taken.ValidFrom != form.ValidFrom ? EformRefusals.VersionTaken.At("version", form.Version)
            : FormDryRun.Of(before, form);
    }

    /// <param name="tag">The tag of the stored version it replaces; null for a new one.</param>
    public async Task<Result<StoredVersion<FormDefinition>>> WriteAsync(FormDefinition form, string? tag, Caller editor, CancellationToken ct)
    {
        if (Try(form, editor).Refusal is { } refusal)
        {
            return refusal;
        }

        return await stored.EnterAsync(form, tag, new(editor.Id, clock.Instant()), EformRefusals.VersionChanged, RefreshAsync, ct);
    }
}

/// <summary>What citizens would see of a new version.</summary>
/// <param name="AskedAnew">Keys nobody was asked for before.</param>
/// <param name="Carried">Keys whose answers go under another key or other codes.</param>
/// <param name="Dropped">Keys that are not asked any more.</param>
/// <param name="Drafts">What would become of drafts that are open now.</param>
public sealed record FormDryRun(
    string Id, string Version, IReadOnlyList<string> AskedAnew, IReadOnlyList<string> Carried, IReadOnlyList<string> Dropped, DraftOutcomes? Drafts = null)
{
    internal static FormDryRun Of(FormDefinition? before, FormDefinition next)
    {
        var steps = next.Migration?.Steps ?? [];
        var arrived = steps.Select(step => step.To).OfType<string>().Concat(before?.Fields.Select(field => field.Key) ?? []);
        return new(
            next.Id,
            next.Version,
            [.. next.Fields.Select(field => field.Key).Except(arrived)],
            [.. steps.Where(step => step.Kind is not MigrationKind.Drop).Select(step => step.Key)],
            [.. steps.Where(step => step.Kind is MigrationKind.Drop).Select(step => step.Key)]);
    }
}
