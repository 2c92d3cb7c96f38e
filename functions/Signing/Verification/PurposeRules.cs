using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace PublicAdmin.Signing.Verification;

/// <summary>What one root's certificates must be for, from a day on.</summary>
/// <param name="Root">SHA-256 of the root's certificate, hexadecimal; "*" for every root that has no rule of its own.</param>
/// <param name="From">The first day it holds, by the clock of Vietnam.</param>
/// <param name="KeyUsageNeeded">A certificate that does not say what its key is for is refused.</param>
/// <param name="Allowed">Extended key usages; one of them is enough, and a certificate without any may sign.</param>
/// <param name="Forbidden">Extended key usages that rule signing out, whatever stands beside them.</param>
/// <param name="Policies">Certificate policies, of which one must be named; empty for any.</param>
/// <param name="Source">Where the rule comes from.</param>
internal sealed record PurposeRule(
    string Root, DateOnly From, bool KeyUsageNeeded, IReadOnlyList<string> Allowed, IReadOnlyList<string> Forbidden, IReadOnlyList<string> Policies,
    string Source)
{
    /// <summary>Every root without a rule of its own.</summary>
    public const string AnyRoot = "*";
}

/// <summary>All rules there ever were: a signature is judged by that of the day it was made.</summary>
internal sealed class PurposeRules(IEnumerable<PurposeRule> rules)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    // This file is also part of the stand-alone verifier, which knows nothing else of the system.
    private static readonly PurposeRule[] Shipping = Read("PublicAdmin.Signing.Verification.certificate-purposes.json");

    private readonly PurposeRule[] _newestFirst = [.. rules.OrderByDescending(rule => rule.From)];

    /// <summary>Those that come with the system.</summary>
    public static PurposeRules Shipped { get; } = new(Shipping);

    public IReadOnlyList<PurposeRule> All => _newestFirst;

    /// <param name="path">The signer's certificate first, the root last.</param>
    /// <param name="at">When it signed.</param>
    /// <returns>What it is not for, in the words of X.509; null when it may sign.</returns>
    public string? Problem(IReadOnlyList<X509Certificate2> path, DateTimeOffset at) =>
        path.Count == 0 ? null : CertificatePurposes.Problem(path[0], RuleFor(path[^1], DateOnly.FromDateTime(at.ToOffset(Vietnam).DateTime)));

    private PurposeRule RuleFor(X509Certificate2 root, DateOnly day)
    {
        var thumbprint = root.GetCertHashString(HashAlgorithmName.SHA256);
        return Array.Find(_newestFirst, rule => rule.From <= day && string.Equals(rule.Root, thumbprint, StringComparison.OrdinalIgnoreCase))
            ?? Array.Find(_newestFirst, rule => rule.From <= day && rule.Root == PurposeRule.AnyRoot)
            ?? Shipping.First(rule => rule.Root == PurposeRule.AnyRoot); // A day before all rules.
    }

    private static PurposeRule[] Read(string resource)
    {
        using var stream = typeof(PurposeRules).Assembly.GetManifestResourceStream(resource);
        return JsonSerializer.Deserialize<PurposeRule[]>(stream!, JsonSerializerOptions.Web)!;
    }
}

/// <summary>Whom a verifier believes, and for what.</summary>
/// <param name="Roots">Certificates of the authorities that are trusted.</param>
/// <param name="Purposes">What the certificates below them must be for.</param>
internal sealed record Trust(X509Certificate2Collection Roots, PurposeRules Purposes);
