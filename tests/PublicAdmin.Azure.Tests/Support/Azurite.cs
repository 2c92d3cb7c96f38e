using System.Diagnostics;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Azure.Support;

/// <summary>
/// Microsoft's emulator of storage, from npm (<c>.ci/run</c> installs it), with https and tokens as in Azure. It is started when a test first needs
/// it and ends with the test run. It takes any token, seals nothing and loses everything: what it proves is the protocol.
/// </summary>
internal sealed class Azurite
{
    private const string Account = "devstoreaccount1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<Azurite> Started = new(() => new Azurite());
    private static readonly HttpClientTransport Transport = new(StandInCertificate.Trusting());
    private readonly int[] _ports = Ports.Free(3);

    private Azurite()
    {
        // A newer client speaks a newer version of the protocol than the emulator knows by name.
        string[] arguments =
        [
            "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--oauth", "basic",
            "--cert", StandInCertificate.File, "--key", StandInCertificate.KeyFile,
            "--blobPort", $"{_ports[0]}", "--queuePort", $"{_ports[1]}", "--tablePort", $"{_ports[2]}",
        ];
        _ = StandInCertificate.Whole;
        var server = Process.Start(new ProcessStartInfo("node", [Program!, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Kill();
        Ports.Await(_ports[0], server, Patience);
        Ports.Await(_ports[2], server, Patience);
        foreach (var container in Containers.All) // As infra/ does.
        {
            BlobAccount().GetBlobContainerClient(container).CreateIfNotExists();
        }
    }

    public static Azurite Running => Started.Value;

    /// <summary>Where npm put it; null when it is not installed.</summary>
    public static string? Program { get; } = NpmTools.Find("azurite/dist/src/azurite.js");

    public BlobServiceClient BlobAccount() => new(Blobs, new StandInTokens(), new BlobClientOptions { Transport = Transport });

    public TableServiceClient TableAccount() => new(Tables, new StandInTokens(), new TableClientOptions { Transport = Transport });

    public Uri Blobs => new($"https://127.0.0.1:{_ports[0]}/{Account}");

    public Uri Tables => new($"https://127.0.0.1:{_ports[2]}/{Account}");
}
