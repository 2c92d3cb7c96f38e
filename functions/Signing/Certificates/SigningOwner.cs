namespace PublicAdmin.Signing.Certificates;

/// <summary>Who a signing key belongs to.</summary>
/// <param name="KeyName">In the vault.</param>
/// <param name="Name">The person or agency.</param>
/// <param name="Organisation">The agency.</param>
public sealed record SigningOwner(string KeyName, string Name, string Organisation);

/// <summary>
/// How an owner without a certificate gets its first one at once; answers false when that is not to be had. Only the embedded edition has it,
/// from its development authority: elsewhere an administrator imports what the real authority issued.
/// </summary>
public delegate Task<bool> FirstCertificate(SigningOwner owner, CancellationToken ct);
