using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.Pkcs;
using System.Text;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>A timestamp authority made of openssl ts: nothing of ours is in it.</summary>
internal sealed class OpensslTimestamps : HttpMessageHandler
{
    private const string Settings = """
        [ tsa ]
        default_tsa = one
        [ one ]
        serial = {0}/serial
        crypto_device = builtin
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        ess_cert_id_alg = sha256
        ess_cert_id_chain = no
        """;

    private readonly TempFolder _folder = new();

    public OpensslTimestamps()
    {
        _folder.Write("tsa.cnf", Encoding.ASCII.GetBytes(Settings.Replace("{0}", Path.GetDirectoryName(_folder["x"]), StringComparison.Ordinal)));
        _folder.Write("serial", "01\n"u8.ToArray());
        _folder.Write(
            "tsa.ext", "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n"u8.ToArray());
        Openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "9999", "-not_before", "20250101000000Z", "-subj",
            "/CN=Root",
            "-keyout", _folder["ca.key"], "-out", _folder["ca.pem"], "-addext", "keyUsage=critical,keyCertSign");
        if (!File.Exists(_folder["ca.pem"]))
        {
            Openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "9999", "-subj", "/CN=Root",
                "-keyout", _folder["ca.key"], "-out", _folder["ca.pem"], "-addext", "keyUsage=critical,keyCertSign");
        }

        Openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=Timestamps", "-keyout", _folder["tsa.key"],
            "-out", _folder["tsa.csr"]);
        Openssl("x509", "-req", "-in", _folder["tsa.csr"], "-CA", _folder["ca.pem"], "-CAkey", _folder["ca.key"], "-CAcreateserial", "-days", "9000",
            "-extfile", _folder["tsa.ext"], "-out", _folder["tsa.pem"]);
    }

    public string RootPem => File.ReadAllText(_folder["ca.pem"]);

    /// <summary>Whether openssl ts finds that the token in a CMS stamps that CMS's signature.</summary>
    public bool Accepts(byte[] cms)
    {
        var signed = new SignedCms();
        signed.Decode(cms);
        var token = signed.SignerInfos[0].UnsignedAttributes[0].Values[0].RawData;
        var answer = OutsideTool.Run(
            "openssl", "ts", "-verify", "-token_in", "-in", _folder.Write("token", token), "-data",
            _folder.Write("signature", signed.SignerInfos[0].GetSignature()),
            "-CAfile", _folder["ca.pem"], "-untrusted", _folder["tsa.pem"]);
        return answer.Output.Contains("Verification: OK", StringComparison.Ordinal);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _folder.Write("query", await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        Openssl("ts", "-reply", "-config", _folder["tsa.cnf"], "-queryfile", _folder["query"], "-signer", _folder["tsa.pem"], "-inkey", _folder["tsa.key"],
            "-chain", _folder["ca.pem"], "-out", _folder["answer"]);
        var answer = new HttpResponseMessage(
            HttpStatusCode.OK)
        { Content = new ByteArrayContent(await File.ReadAllBytesAsync(_folder["answer"], cancellationToken)) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-reply");
        return answer;
    }

    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }

    private static void Openssl(params string[] arguments) => OutsideTool.Run("openssl", arguments);
}
