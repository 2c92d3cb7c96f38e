using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using PublicAdmin.Embedded.Keys;
using PublicAdmin.Forms.Official;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Load;

/// <summary>
/// Forms printed, and whole PAdES signatures made on them, per second of processor; beside it what openssl reaches with the bare key on this machine.
/// </summary>
internal static partial class Signatures
{
    public static async Task MeasureAsync(LoadOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("office-load-");
        try
        {
            var keys = new KeyFileSigningKeys(Path.Combine(folder.FullName, "keys"));
            var authority = new DevelopmentAuthority(Path.Combine(folder.FullName, "authority"), TimeProvider.System);
            await RunAsync(options.Length / 4, () => Task.FromResult((SampleForms.Receipt(), SampleForms.Result())));
            foreach (var (name, print) in SampleForms.All)
            {
                await RateAsync($"{name} printed", options, () => Task.FromResult(print()));
            }

            await SignAsync("P-256", keys, authority, keys.Rotate("p256"), "ecdsap256", options);
            foreach (var bits in new[] { 2048, 3072 })
            {
                await SignAsync($"RSA-{bits}", keys, authority, await RsaAsync(keys, folder.FullName, bits), $"rsa{bits}", options);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SignAsync(
        string kind, KeyFileSigningKeys keys, DevelopmentAuthority authority, SigningKey key, string openssl, LoadOptions options)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(authority.Issue(key, "Người ký", "Cơ quan"));
        var (identity, signer) = (new SigningIdentity(key, [.. chain]), new PdfSigner(keys));
        foreach (var (name, print) in kind == "P-256" ? SampleForms.All : SampleForms.All.Take(1))
        {
            var paper = print();
            await RateAsync(
                $"{kind}: whole signatures on {name}", options,
                () => signer.SignAsync(paper, identity, new SignatureRequest(FieldNames.Person, "Người ký", "Thử", SampleForms.At), default));
        }

        await RateAsync($"{kind}: result printed, signed, numbered, sealed", options, () => IssueAsync(signer, identity));
        Report.Print($"{kind}: openssl speed, the bare key", await OpensslAsync(openssl), "/s");
    }

    // What the queue does between approval and return: the leader signs the paper, the registrar's number and the seal close it.
    private static async Task IssueAsync(PdfSigner signer, SigningIdentity identity)
    {
        var person = await signer.SignAsync(
            SampleForms.Result(), identity, new SignatureRequest(FieldNames.Person, "Người ký", "Phê duyệt", SampleForms.At, new PersonLook("Lò Thị Hương")),
            default);
        var seal = new SignatureRequest(FieldNames.Seal, "Cơ quan", "Phát hành", SampleForms.At, new SealLook("Ủy ban nhân dân phường Điện Biên Phủ"))
        {
            Fill = new Dictionary<string, string> { [FieldNames.Number] = "Số: 12/GXN-UBND", [FieldNames.Date] = "Điện Biên Phủ, ngày 20 tháng 11 năm 2026" },
        };
        _ = (await signer.SignAsync(person.Value, identity, seal, default)).Value;
    }

    private static async Task<SigningKey> RsaAsync(KeyFileSigningKeys keys, string folder, int bits)
    {
        using var rsa = RSA.Create(bits);
        var path = Directory.CreateDirectory(Path.Combine(folder, "keys", $"rsa{bits}")).FullName;
        await File.WriteAllTextAsync(Path.Combine(path, "1.pem"), rsa.ExportPkcs8PrivateKeyPem());
        return (await keys.FindAsync($"rsa{bits}", null, default))!;
    }

    // Per second of processor time, as openssl speed counts: neighbours on the machine do not matter.
    private static async Task RateAsync(string what, LoadOptions options, Func<Task> act)
    {
        await RunAsync(options.Length / 4, act); // The compiler has its say first.
        var (n, cpu) = await RunAsync(options.Length / 4, act);
        Report.Print(what, n / cpu.TotalSeconds, "/s");
    }

    private static async Task<(long Done, TimeSpan Processor)> RunAsync(TimeSpan length, Func<Task> act)
    {
        var (n, since, before) = (0L, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (; Stopwatch.GetElapsedTime(since) < length; n++)
        {
            await act();
        }

        return (n, Environment.CpuUsage.TotalTime - before);
    }

    private static async Task<double> OpensslAsync(string algorithm)
    {
        using var process = Process.Start(
            new ProcessStartInfo("openssl", ["speed", "-seconds", "2", algorithm]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await errors;
        return Rates().Matches(output).Select(match => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).LastOrDefault();
    }

    // "… 0.000027s 0.000080s  37022.0  12473.3": seconds to sign and verify, then signatures and verifications per second.
    [GeneratedRegex(@"s\s+[\d.]+s\s+([\d.]+)\s+[\d.]+\s*$", RegexOptions.Multiline)]
    private static partial Regex Rates();
}
