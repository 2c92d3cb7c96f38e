using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using PublicAdmin.Embedded.Keys;
using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Certificates.Purposes;
using PublicAdmin.Signing.Pdf;
using PublicAdmin.Signing.Status;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Forms;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>Revocation against an authority of openssl's, in real time: its answers carry the machine's clock.</summary>
public sealed class CertificateStatusTests : IDisposable
{
    private readonly OpensslAuthority _authority = new();
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly KeyFileSigningKeys _keys;
    private readonly FixedClock _clock = new(DateTimeOffset.UtcNow.AddMinutes(1));

    public CertificateStatusTests() => (_keys, _database) = (new KeyFileSigningKeys(_folder["keys"]), new SqliteDatabase(_folder["office.db"]));

    [TheoryNeeding("openssl")]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_certificate_its_authority_vouches_for_signs_and_the_proof_is_kept(bool ocsp, bool list)
    {
        var identity = await IssuedAsync("1001", ocsp, list);
        await _authority.AnswerAsync();

        var found = await Check().CheckAsync(identity, default);

        var proof = Assert.Single(found.Value.Proofs);
        Assert.Equal((ocsp, CertificateStatus.Good), (proof.Ocsp, proof.Answer.Status));
    }

    [TheoryNeeding("openssl")]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_revoked_certificate_does_not_sign(bool ocsp, bool list)
    {
        var identity = await IssuedAsync("1001", ocsp, list);
        _authority.Revoke("1001", _clock.GetUtcNow().AddDays(-1));
        await _authority.AnswerAsync();

        Assert.Equal("signing-certificate-revoked", (await Check().CheckAsync(identity, default)).Refusal?.Code);
    }

    [FactNeeding("openssl")]
    public async Task The_list_is_asked_when_the_responder_is_silent()
    {
        var found = await Check().CheckAsync(await IssuedAsync("1001"), default);

        Assert.False(Assert.Single(found.Value.Proofs).Ocsp);
    }

    [FactNeeding("openssl")]
    public async Task When_nobody_answers_the_setting_decides()
    {
        var identity = await IssuedAsync("1001", list: false);

        Assert.Equal("signing-status-unknown", (await Check().CheckAsync(identity, default)).Refusal?.Code);
        Assert.True((await Check("sign").CheckAsync(identity, default)).Value.StatusUnchecked);
    }

    [FactNeeding("openssl")]
    public async Task An_answer_is_kept_until_it_is_old()
    {
        var (identity, check) = (await IssuedAsync("1001", ocsp: false), Check());

        await check.CheckAsync(identity, default);
        await check.CheckAsync(identity, default);
        Assert.Equal(1, _authority.ListsServed);

        _clock.Advance(TimeSpan.FromHours(2));
        await check.CheckAsync(identity, default);
        Assert.Equal(2, _authority.ListsServed);
    }

    [FactNeeding("openssl")]
    public async Task An_answer_about_another_certificate_or_from_somebody_else_counts_for_nothing()
    {
        var (one, other) = (await IssuedAsync("1001"), await IssuedAsync("1002"));
        await _authority.AnswerAsync();
        var proof = (await Check().CheckAsync(one, default)).Value.Proofs[0];
        using var stranger = new OpensslAuthority();
        var root = X509Certificate2.CreateFromPem(stranger.RootPem);

        Assert.Equal(CertificateStatus.Good, OcspAnswers.Read(proof.Der, one.Certificate, one.Chain[1])?.Status);
        Assert.Null(OcspAnswers.Read(proof.Der, other.Certificate, other.Chain[1]));
        Assert.Null(OcspAnswers.Read(proof.Der, one.Certificate, root));
        Assert.All(Damaged(proof.Der), der => Assert.True(OcspAnswers.Read(der, one.Certificate, one.Chain[1]) is null or { Status: CertificateStatus.Good }));
    }

    [FactNeeding("openssl")]
    public async Task Of_a_damaged_list_nothing_new_is_believed()
    {
        var one = await IssuedAsync("1003", ocsp: false);
        _authority.Revoke("1003", _clock.GetUtcNow().AddDays(-1));
        await _authority.AnswerAsync();
        var list = (await Statuses().FindAsync(one.Certificate, one.Chain[1], default))!;
        Assert.Equal((false, CertificateStatus.Revoked), (list.Ocsp, list.Answer.Status));
        Assert.DoesNotContain(
            Damaged(list.Der), der => RevocationLists.Read(der, one.Certificate, one.Chain[1]) is { Status: not CertificateStatus.Revoked });
    }

    [FactNeeding("openssl", "pdfsig", "qpdf")]
    public async Task The_proof_travels_in_the_file_and_settles_the_status_without_asking_anybody()
    {
        var identity = await IssuedAsync("1001");
        await _authority.AnswerAsync();
        var signed = await SignAsync(identity);
        var kept = (await ProofsFor(identity).AddAsync(signed, default)).Value;
        _authority.Silence();

        var without = PdfVerifier.Verify(signed, Roots, _clock.GetUtcNow());
        var with = PdfVerifier.Verify(kept, Roots, _clock.GetUtcNow());

        Assert.Equal((Verdict.Valid, SignerStatus.Unknown), (without.Verdict, without.Signatures[0].Status));
        Assert.Contains("chưa hỏi được", without.Vi, StringComparison.Ordinal);
        Assert.Equal((Verdict.Valid, SignerStatus.Good), (with.Verdict, with.Signatures[0].Status));
        Assert.Contains("chứng thư còn hiệu lực khi ký", with.Vi, StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", OutsideTool.Run("pdfsig", "-nocert", _folder.Write("kept.pdf", kept)).Output, StringComparison.Ordinal);
        Assert.Equal(0, OutsideTool.Run("qpdf", "--check", _folder["kept.pdf"]).ExitCode);
    }

    [FactNeeding("openssl")]
    public async Task A_certificate_revoked_before_signing_is_told()
    {
        var identity = await IssuedAsync("1001");
        var signed = await SignAsync(identity);
        _authority.Revoke("1001", _clock.GetUtcNow().AddDays(-1));
        await _authority.AnswerAsync();

        var report = await ProofsFor(identity).VerifyAsync(signed, default);

        Assert.Equal((Verdict.Revoked, SignerStatus.Revoked), (report.Verdict, report.Signatures[0].Status));
        Assert.Contains("đã bị thu hồi", report.Vi, StringComparison.Ordinal);
    }

    [FactNeeding("openssl")]
    public async Task A_certificate_revoked_after_a_timestamp_leaves_the_signature_valid_and_after_a_claimed_time_does_not()
    {
        using var timestamps = new OpensslTimestamps();
        using var http = new HttpClient(timestamps, disposeHandler: false);
        var identity = await IssuedAsync("1001");
        var (stamped, claimed) = (await SignAsync(identity, new TimestampAuthority(http, new Uri("http://timestamps.invalid/"))), await SignAsync(identity));
        _authority.Revoke("1001", _clock.GetUtcNow().AddMinutes(1));
        await _authority.AnswerAsync();
        var proofs = ProofsFor(identity, timestamps.RootPem);

        var proven = await proofs.VerifyAsync(stamped, default);

        Assert.Equal((Verdict.Valid, SignerStatus.RevokedLater), (proven.Verdict, proven.Signatures[0].Status));
        Assert.Contains("sau khi ký", proven.Vi, StringComparison.Ordinal);
        Assert.Equal(Verdict.Revoked, (await proofs.VerifyAsync(claimed, default)).Verdict);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    private X509Certificate2Collection Roots => Pem.Certificates(_authority.RootPem);

    private static IEnumerable<byte[]> Damaged(byte[] whole) =>
        whole.Select((value, at) => (byte[])[.. whole[..at], (byte)(value ^ 1), .. whole[(at + 1)..]]);

    private async Task<SigningIdentity> IssuedAsync(string serial, bool ocsp = true, bool list = true)
    {
        var key = _keys.Rotate($"person-{serial}");
        var csr = await new CertificateRequests(_keys).MakeAsync(key, new X500DistinguishedName($"CN=Signer {serial}, C=VN"), default);
        return new SigningIdentity(key, [.. Pem.Certificates(_authority.Issue(csr, serial, ocsp, list))]);
    }

    private async Task<byte[]> SignAsync(SigningIdentity identity, TimestampAuthority? timestamps = null) => (await new PdfSigner(_keys, timestamps).SignAsync(
        PaperTests.Sample().Print(), identity, new SignatureRequest("NguoiKy", identity.Name, "Phê duyệt", _clock.GetUtcNow().AddSeconds(-5)), default)).Value;

    private CertificateStatuses Statuses() => new(new HttpClient(), _clock);

    private CertificateCheck Check(string? unreachable = null) => new(
        Statuses(), new PurposeBook(new(new SqliteTables(_database), "purposes")),
        new ConfigurationBuilder().AddInMemoryCollection([new(CertificateCheck.UnreachableSetting, unreachable)]).Build(),
        _clock, NullLogger<CertificateCheck>.Instance);

    private LongTermProofs ProofsFor(SigningIdentity identity, string? morePem = null)
    {
        var roots = new TrustedRoots(new SqliteTables(_database));
        roots.AddAsync(identity.Chain[^1], default).Wait();
        if (morePem is not null)
        {
            roots.AddAsync(X509Certificate2.CreateFromPem(morePem), default).Wait();
        }

        return new LongTermProofs(Statuses(), roots, new PurposeBook(new(new SqliteTables(_database), "purposes")), _clock);
    }
}
