using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>
/// A certificate authority made of openssl, with an OCSP responder and a published revocation list of its own: nothing of ours is in it. Its book
/// is openssl's index file, so that a revocation can be entered for any time.
/// </summary>
internal sealed class OpensslAuthority : IDisposable
{
    private const string Settings =
        "[ ca ]\ndefault_ca = one\n[ one ]\ndatabase = {0}/index.txt\ncrlnumber = {0}/crlnumber\ndefault_md = sha256\ndefault_crl_days = 7\n";

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _book = [];
    private readonly HttpListener _lists = new();
    private readonly int _ocspPort = FreePort();
    private readonly int _listPort = FreePort();
    private Process? _responder;

    public OpensslAuthority()
    {
        var home = Path.GetDirectoryName(_folder["x"])!;
        Write("ca.cnf", Settings.Replace("{0}", home, StringComparison.Ordinal));
        Write("crlnumber", "01\n");
        Write("index.txt", "");
        Write("ocsp.ext", "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=OCSPSigning\n");
        Openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650", "-subj", "/C=VN/CN=Root of the test",
            "-keyout", _folder["ca.key"], "-out", _folder["ca.pem"], "-addext", "keyUsage=critical,keyCertSign,cRLSign");
        Openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Responder", "-keyout", _folder["ocsp.key"], "-out", _folder["ocsp.csr"]);
        Openssl("x509", "-req", "-in", _folder["ocsp.csr"], "-CA", _folder["ca.pem"], "-CAkey", _folder["ca.key"], "-set_serial", "2", "-days", "365",
            "-extfile", _folder["ocsp.ext"], "-out", _folder["ocsp.pem"]);
        _lists.Prefixes.Add($"http://127.0.0.1:{_listPort}/");
        _lists.Start();
        _ = ServeListsAsync();
    }

    public string RootPem => File.ReadAllText(_folder["ca.pem"]);

    /// <summary>How often the list was fetched.</summary>
    public int ListsServed { get; private set; }

    /// <summary>Issues a certificate for a request.</summary>
    /// <returns>The chain in PEM.</returns>
    public string Issue(string csr, string serial, bool ocsp = true, bool list = true)
    {
        var ways = (ocsp ? $"authorityInfoAccess=OCSP;URI:http://127.0.0.1:{_ocspPort}/\n" : "")
            + (list ? $"crlDistributionPoints=URI:http://127.0.0.1:{_listPort}/ca.crl\n" : "");
        Write("signer.ext",
            "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n"
                + ways);
        Write("signer.csr", csr);
        Openssl("x509", "-req", "-in", _folder["signer.csr"], "-CA", _folder["ca.pem"], "-CAkey", _folder["ca.key"], "-set_serial", $"0x{serial}", "-days",
            "365",
            "-extfile", _folder["signer.ext"], "-out", _folder["signer.pem"]);
        Enter(serial, $"V\t351231235959Z\t\t{serial}\tunknown\t/CN=Signer {serial}");
        return File.ReadAllText(_folder["signer.pem"]) + RootPem;
    }

    public void Revoke(string serial, DateTimeOffset at) =>
        Enter(serial,
            string.Create(
                CultureInfo.InvariantCulture, $"R\t351231235959Z\t{at.UtcDateTime:yyMMddHHmmss}Z,keyCompromise\t{serial}\tunknown\t/CN=Signer {serial}"));

    /// <summary>Starts the responder on the book as it is now.</summary>
    public async Task AnswerAsync()
    {
        Silence();
        _responder = Process.Start(new ProcessStartInfo("openssl",
            ["ocsp", "-index", _folder["index.txt"], "-port", _ocspPort.ToString(CultureInfo.InvariantCulture), "-rsigner", _folder["ocsp.pem"], "-rkey",
                _folder["ocsp.key"],
             "-CA", _folder["ca.pem"], "-nmin", "30", "-ignore_err"])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // It says when it listens; a connection to find out would be taken for a question.
        while (await _responder.StandardError.ReadLineAsync() is { } line && !line.Contains("waiting", StringComparison.Ordinal))
        {
        }
    }

    /// <summary>Stops the responder.</summary>
    public void Silence()
    {
        _responder?.Kill();
        _responder?.WaitForExit();
        _responder?.Dispose();
        _responder = null;
    }

    public void Dispose()
    {
        Silence();
        _lists.Close();
        _folder.Dispose();
    }

    private void Enter(string serial, string line)
    {
        _book[serial] = line;
        Write("index.txt", string.Concat(_book.Values.Select(entry => entry + "\n")));
    }

    private async Task ServeListsAsync()
    {
        try
        {
            while (true)
            {
                var call = await _lists.GetContextAsync();
                ListsServed++;
                Openssl("ca", "-config", _folder["ca.cnf"], "-gencrl", "-keyfile", _folder["ca.key"], "-cert", _folder["ca.pem"], "-out",
                    _folder["ca.crl.pem"]);
                Openssl("crl", "-in", _folder["ca.crl.pem"], "-outform", "DER", "-out", _folder["ca.crl"]);
                await call.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(_folder["ca.crl"]));
                call.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed: the test is over.
        }
    }

    private void Write(string name, string text) => _folder.Write(name, Encoding.ASCII.GetBytes(text));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Openssl(params string[] arguments)
    {
        var answer = OutsideTool.Run("openssl", arguments);
        Assert.True(answer.ExitCode == 0, answer.Output);
    }
}
