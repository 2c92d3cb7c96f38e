using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Verifier;

if (args is ["seal", var folder, var day, var key])
{
    return new DaySeal(folder, key).Verify(day);
}

if (args is not [var path, .. var trusted])
{
    Console.Error.WriteLine("verifier <file.pdf> [root.pem …]");
    Console.Error.WriteLine("verifier seal <folder> <2026-11-20> <key.pem>");
    return 2;
}

var roots = new X509Certificate2Collection();
foreach (var root in trusted)
{
    roots.ImportFromPemFile(root);
}

var report = PdfVerifier.Verify(await File.ReadAllBytesAsync(path), roots, TimeProvider.System.GetUtcNow());
Console.WriteLine($"{report.Verdict}: {report.Vi}");
Console.WriteLine(report.En);
foreach (var signature in report.Signatures)
{
    Console.WriteLine($"- {signature.Field}: {signature.Signer} ({signature.Organisation}), {signature.ClaimedAt:O}");
    Console.WriteLine(
        $"  timestamp: {signature.StampedAt?.ToString("O") ?? "none"}; whole file: {signature.CoversWholeFile}; problem: {signature.Problem ?? signature.TrustProblem ?? "none"}");
    Console.WriteLine($"  certificate at signing: {signature.Status}{(signature.RevokedAt is { } revoked ? $", revoked {revoked:O}" : "")}");
    foreach (var change in signature.Changes)
    {
        Console.WriteLine($"  later: {change.Kind} {change.What}");
    }
}

return report.Verdict is Verdict.Valid ? 0 : 1;
