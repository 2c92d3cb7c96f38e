using System.Text.RegularExpressions;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Offices;

/// <summary>Where an administrator enters how an office will be from a day to come.</summary>
public sealed partial class OfficeRegister(ReferenceVersions<OfficeVersion> stored, OfficeDirectory directory, TimeProvider clock) : IReferenceData
{
    public async Task RefreshAsync(CancellationToken ct) => directory.Load(await stored.LoadAsync(ct));

    /// <summary>A version somebody entered, with the tag a change must carry; null for what ships and for what is none.</summary>
    public Task<StoredVersion<OfficeVersion>?> FindAsync(string code, DateOnly validFrom, CancellationToken ct) => stored.FindAsync(code, validFrom, ct);

    /// <summary>Every version of one office, the oldest first, with who entered it.</summary>
    public async Task<IReadOnlyList<OfficeVersion>> VersionsOfAsync(string code, CancellationToken ct)
    {
        var entered = (await stored.LoadAsync(ct)).Where(version => version.Code == code).ToDictionary(version => version.ValidFrom);
        return [.. directory.VersionsOf(code).Select(version => entered.GetValueOrDefault(version.ValidFrom, version))];
    }

    /// <param name="version">How the office will be.</param>
    /// <param name="tag">The tag of the stored version it replaces; null for a new one.</param>
    /// <param name="editor">Who writes: the province keeps its list of offices, not a commune its own line in it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The version with its new tag.</returns>
    public async Task<Result<StoredVersion<OfficeVersion>>> WriteAsync(OfficeVersion version, string? tag, Caller editor, CancellationToken ct)
    {
        if (!editor.Has(Role.Administrator, Duty.Everywhere))
        {
            return IdentityRefusals.NotYourTask;
        }

        if (FirstBroken(version) is { } broken)
        {
            return broken;
        }

        var entry = version with { EnteredAt = clock.Instant(), EnteredBy = editor.Id };
        return await stored.EnterAsync(
            entry, tag, new(editor.Id, clock.Instant(), version.Reason), OfficeRefusals.Changed, RefreshAsync, ct);
    }

    private Refusal? FirstBroken(OfficeVersion version)
    {
        if (!Code().IsMatch(version.Code))
        {
            return OfficeRefusals.CodeInvalid.At("code");
        }

        if (version.ValidFrom <= clock.Today())
        {
            return OfficeRefusals.NotInFuture.At("validFrom");
        }

        if (version.ValidTo < version.ValidFrom)
        {
            return OfficeRefusals.DatesReversed.At("validTo");
        }

        if (version.Parent is { } parent && directory.Find(parent, version.ValidFrom) is null)
        {
            return OfficeRefusals.ParentUnknown.At("parent", parent);
        }

        return Fields.Text("reason", version.Reason, 500)
            ?? Fields.Text("name.vi", version.Name.Vi, 200) ?? Fields.Text("name.en", version.Name.En, 200)
            ?? (version.Unit is { } unit ? FirstBroken(version, unit) : null);
    }

    private Refusal? FirstBroken(OfficeVersion version, string unit)
    {
        if (AdministrativeUnits.Find(unit) is null)
        {
            return OfficeRefusals.UnitUnknown.At("unit", unit);
        }

        return directory.FindByUnit(unit, version.ValidFrom) is { } other && other.Code != version.Code
            ? OfficeRefusals.UnitTaken.At("unit", unit, other.Code)
            : null;
    }

    [GeneratedRegex(@"^[A-Y][0-9]{2}(\.[0-9]{2,3}){0,3}\z")]
    private static partial Regex Code();
}
