using PublicAdmin.Platform.Reference;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Signing.Certificates.Purposes;

/// <summary>What certificates must be for, as administrators entered it, over what comes with the system.</summary>
public sealed class PurposeBook(ReferenceVersions<PurposeVersion> stored) : IReferenceData
{
    internal const string Partition = "certificate-purposes";

    private static readonly IReadOnlyList<PurposeVersion> Shipped = [.. PurposeRules.Shipped.All.Select(PurposeVersion.Of)];

    private volatile Reading _reading = Of([]);

    /// <summary>Every version there ever was.</summary>
    public IReadOnlyList<PurposeVersion> Versions => _reading.Versions;

    internal PurposeRules Current => _reading.Rules;

    public async Task RefreshAsync(CancellationToken ct) => _reading = Of(await stored.LoadAsync(ct));

    private static Reading Of(IReadOnlyList<PurposeVersion> added)
    {
        PurposeVersion[] versions = [
            .. added.Concat(Shipped).DistinctBy(version => (version.Root, version.ValidFrom))
                .OrderBy(version => version.Root, StringComparer.Ordinal).ThenBy(version => version.ValidFrom)];
        return new(versions, new PurposeRules(versions.Select(version => version.Rule)));
    }

    private sealed record Reading(IReadOnlyList<PurposeVersion> Versions, PurposeRules Rules);
}
