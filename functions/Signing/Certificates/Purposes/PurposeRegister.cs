using System.Text.RegularExpressions;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Signing.Certificates.Purposes;

/// <summary>Where the province's administrator enters what the certificates below a root must be for, from a day to come.</summary>
public sealed partial class PurposeRegister(ReferenceVersions<PurposeVersion> stored, PurposeBook book, TrustedRoots roots, TimeProvider clock)
{
    private const int MostEntries = 40;

    /// <summary>A version somebody entered, with the tag a change must carry; null for what ships and for what is none.</summary>
    public Task<StoredVersion<PurposeVersion>?> FindAsync(string root, DateOnly validFrom, CancellationToken ct) =>
        stored.FindAsync(KeyOf(root), validFrom, ct);

    /// <param name="version">As it will be.</param>
    /// <param name="tag">The tag of the version to replace; null to add one.</param>
    /// <param name="editor">Who writes.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<StoredVersion<PurposeVersion>>> WriteAsync(PurposeVersion version, string? tag, Caller editor, CancellationToken ct)
    {
        var entry = version with { Root = KeyOf(version.Root), EnteredAt = clock.Instant(), EnteredBy = editor.Id };
        if (!editor.Has(Role.Administrator, Duty.Everywhere))
        {
            return SigningRefusals.ProvinceOnly;
        }

        if ((FirstBroken(entry) ?? await RootBrokenAsync(entry, ct)) is { } broken)
        {
            return broken;
        }

        return await stored.EnterAsync(
            entry, tag, new(editor.Id, clock.Instant(), version.Reason), PurposeRefusals.Changed, book.RefreshAsync, ct);
    }

    private static string KeyOf(string root) => root.ToUpperInvariant();

    private Refusal? FirstBroken(PurposeVersion version) =>
        version.ValidFrom <= clock.Today() ? PurposeRefusals.NotInFuture.At("validFrom")
        : Fields.Text("source", version.Source, 500) ?? Fields.Text("reason", version.Reason, 500)
            ?? ListBroken("allowed", version.Allowed) ?? ListBroken("forbidden", version.Forbidden) ?? ListBroken("policies", version.Policies)
            ?? (version.Allowed.FirstOrDefault(version.Forbidden.Contains) is { } both ? PurposeRefusals.Contradiction.At("forbidden", both) : null);

    private async Task<Refusal?> RootBrokenAsync(PurposeVersion version, CancellationToken ct) =>
        version.Root == PurposeRule.AnyRoot || (await roots.AllAsync(ct)).Any(root => TrustedRoot.Of(root).Thumbprint == version.Root)
            ? null : PurposeRefusals.RootUnknown.At("root");

    private static Refusal? ListBroken(string field, IReadOnlyList<string> identifiers) =>
        identifiers.Count > MostEntries ? PurposeRefusals.TooMany.At(field, MostEntries)
        : identifiers.FirstOrDefault(identifier => !Identifier().IsMatch(identifier)) is { } unfit ? PurposeRefusals.IdentifierUnfit.At(field, unfit)
        : null;

    [GeneratedRegex(@"^[0-2](\.(0|[1-9][0-9]{0,17})){1,30}\z")]
    private static partial Regex Identifier();
}
