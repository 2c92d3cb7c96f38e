using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Signing.Certificates.Purposes;

/// <summary>
/// What the certificates below one root must be for, to sign documents (mục đích sử dụng chứng thư số), from a day on. Signing asks today's; verifying asks
/// that of the day a signature was made, as far as a timestamp proves it.
/// </summary>
/// <param name="Root">SHA-256 of the root's certificate, hexadecimal, as <c>GET /api/trusted-roots</c> shows it; "*" for every root without its own.</param>
/// <param name="ValidFrom">The first day it holds.</param>
/// <param name="KeyUsageNeeded">A certificate that does not say what its key is for is refused.</param>
/// <param name="Allowed">Extended key usages as object identifiers; one of them is enough, and a certificate without any may sign.</param>
/// <param name="Forbidden">Extended key usages that rule signing out, whatever stands beside them.</param>
/// <param name="Policies">Certificate policies, of which one must be named; empty for any.</param>
/// <param name="Source">The standard or the authority's paper it follows.</param>
/// <param name="Reason">Why it was entered; null for what comes with the system.</param>
/// <param name="EnteredAt">When; set by the office.</param>
/// <param name="EnteredBy">Who, by the staff directory; shown to administrators and auditors alone, set by the office.</param>
public sealed record PurposeVersion(
    string Root, DateOnly ValidFrom, bool KeyUsageNeeded, IReadOnlyList<string> Allowed, IReadOnlyList<string> Forbidden, IReadOnlyList<string> Policies,
    string Source, string? Reason = null, DateTimeOffset? EnteredAt = null, string? EnteredBy = null) : IEffective
{
    string IEffective.Code => Root;

    DateOnly? IEffective.ValidTo => null;

    /// <summary>It with its time as it is told, where the offices are.</summary>
    internal PurposeVersion Shown() => this with { EnteredAt = EnteredAt?.Here() };

    internal PurposeRule Rule => new(Root, ValidFrom, KeyUsageNeeded, Allowed, Forbidden, Policies, Source);

    internal static PurposeVersion Of(PurposeRule rule) =>
        new(rule.Root, rule.From, rule.KeyUsageNeeded, rule.Allowed, rule.Forbidden, rule.Policies, rule.Source);
}
