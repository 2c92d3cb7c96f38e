using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using PublicAdmin.Embedded;
using PublicAdmin.Forms.Official;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Load;

/// <summary>Forms printed, and whole PAdES signatures made on them, by one thread; beside it what openssl reaches with the bare key on this machine.</summary>
internal static partial class Signatures
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    public static async Task MeasureAsync(LoadOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("office-load-");
        try
        {
            var keys = new KeyFileSigningKeys(Path.Combine(folder.FullName, "keys"));
            var authority = new DevelopmentAuthority(Path.Combine(folder.FullName, "authority"), TimeProvider.System);
            await RateAsync("form 01 printed", options, () => Task.FromResult(Form()));
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

    private static async Task SignAsync(string kind, KeyFileSigningKeys keys, DevelopmentAuthority authority, SigningKey key, string openssl, LoadOptions options)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(authority.Issue(key, "Người ký", "Cơ quan"));
        var (identity, signer, form) = (new SigningIdentity(key, [.. chain]), new PdfSigner(keys), Form());
        await RateAsync($"{kind}: whole signatures on form 01", options, () => signer.SignAsync(form, identity, new SignatureRequest(FieldNames.Person, "Người ký", "Thử", At), default));
        Report.Print($"{kind}: openssl speed, the bare key", await OpensslAsync(openssl), "/s");
    }

    private static async Task<SigningKey> RsaAsync(KeyFileSigningKeys keys, string folder, int bits)
    {
        using var rsa = RSA.Create(bits);
        var path = Directory.CreateDirectory(Path.Combine(folder, "keys", $"rsa{bits}")).FullName;
        await File.WriteAllTextAsync(Path.Combine(path, "1.pem"), rsa.ExportPkcs8PrivateKeyPem());
        return (await keys.FindAsync($"rsa{bits}", null, default))!;
    }

    private static async Task RateAsync(string what, LoadOptions options, Func<Task> act)
    {
        await act();
        var (n, since) = (0L, Stopwatch.GetTimestamp());
        for (; Stopwatch.GetElapsedTime(since) < options.Length / 4; n++)
        {
            await act();
        }

        Report.Print(what, n / Stopwatch.GetElapsedTime(since).TotalSeconds, "/s");
    }

    private static async Task<double> OpensslAsync(string algorithm)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", ["speed", "-seconds", "2", algorithm]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await errors;
        return Rates().Matches(output).Select(match => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).LastOrDefault();
    }

    private static byte[] Form() => new ReceiptForm(
        new Issuer("Ủy ban nhân dân phường Điện Biên Phủ", "Trung tâm Phục vụ hành chính công", "Điện Biên Phủ"),
        new DossierHead(
            "H18.61-261120-0001", "Cấp Giấy xác nhận tình trạng hôn nhân", new Party("Quàng Văn Nghĩa", "011090001234", "phường Điện Biên Phủ"),
            "https://example.vn/api/verification/eyJjIjoiSDE4LjYxLTI2MTEyMC0wMDAxIn0"),
        ["Tờ khai"],
        1,
        "03 ngày làm việc",
        At,
        At.AddDays(6),
        "Trung tâm Phục vụ hành chính công",
        new Signer("NGƯỜI TIẾP NHẬN HỒ SƠ", "Cà Thị Xuân")).Print();

    // "… 0.000027s 0.000080s  37022.0  12473.3": seconds to sign and verify, then signatures and verifications per second.
    [GeneratedRegex(@"s\s+[\d.]+s\s+([\d.]+)\s+[\d.]+\s*$", RegexOptions.Multiline)]
    private static partial Regex Rates();
}
