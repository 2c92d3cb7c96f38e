using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Embedded.Keys;
using PublicAdmin.Platform;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

public class SigningKeysHttpTests
{
    [Fact]
    public async Task A_certificate_is_requested_imported_and_used_after_a_rotation()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var owner = new SigningOwner(SigningKeyNames.OfSeal("H18.61"), "Ủy ban nhân dân phường Điện Biên Phủ", "Ủy ban nhân dân phường Điện Biên Phủ");
        var before = (await office.The<SigningCertificates>().FindAsync(owner, default)).Value;
        var rotated = office.The<KeyFileSigningKeys>().Rotate(owner.KeyName);
        var administrator = office.As("administrator-province");

        var asked = await administrator.GetFromJsonAsync<CertificateRequestAnswer>(
            $"/api/signing-keys/{owner.KeyName}/certificate-request?subject=CN%3DTest%2C%20C%3DVN", OfficeJson.Stored);
        var meanwhile = (await office.The<SigningCertificates>().FindAsync(owner, default)).Value;
        var pem = office.The<DevelopmentAuthority>().Issue(rotated, owner.Name, owner.Organisation);
        var answer = await administrator.PutAsJsonAsync(
            $"/api/signing-keys/{owner.KeyName}/certificate", new CertificateForm(pem, asked!.Version), OfficeJson.Options);

        Assert.Equal(rotated.Version, asked.Version);
        Assert.Equal(before.Key.Version, meanwhile.Key.Version);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(rotated.Version, (await office.The<SigningCertificates>().FindAsync(owner, default)).Value.Key.Version);
    }

    [Fact]
    public async Task A_certificate_of_another_key_is_refused()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var keys = office.The<KeyFileSigningKeys>();
        var (one, other) = (keys.EnsureExists("seal-one"), keys.EnsureExists("seal-other"));
        var pem = office.The<DevelopmentAuthority>().Issue(other, "A", "B");

        var answer = await office.As("administrator-province")
            .PutAsJsonAsync($"/api/signing-keys/{one.Name}/certificate", new CertificateForm(pem), OfficeJson.Options);

        Assert.Equal("signing-certificate-mismatch", (await Task.FromResult(answer).ProblemAsync(HttpStatusCode.UnprocessableEntity)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public async Task Something_that_is_no_certificate_is_refused(string pem)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var key = office.The<KeyFileSigningKeys>().EnsureExists("seal-one");

        var answer = await office.As("administrator-province")
            .PutAsJsonAsync($"/api/signing-keys/{key.Name}/certificate", new CertificateForm(pem), OfficeJson.Options);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_root_is_trusted_by_the_province_and_published_to_everybody()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var pem = office.The<DevelopmentAuthority>().RootPem;

        var added = await office.As("administrator-province").PostAsJsonAsync("/api/trusted-roots", new RootForm(pem), OfficeJson.Options);
        var refused = await office.As("administrator-muong-ang").PostAsJsonAsync("/api/trusted-roots", new RootForm(pem), OfficeJson.Options);
        var roots = await office.Http.GetFromJsonAsync<List<TrustedRoot>>("/api/trusted-roots", OfficeJson.Stored);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (added.StatusCode, refused.StatusCode));
        Assert.Equal(pem.ReplaceLineEndings("\n").Trim(), Assert.Single(roots!).Pem.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task What_is_no_root_is_not_trusted()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var authority = office.The<DevelopmentAuthority>();
        var leaf = authority.Issue(office.The<KeyFileSigningKeys>().EnsureExists("seal-one"), "A", "B").Split("-----END CERTIFICATE-----")[0]
            + "-----END CERTIFICATE-----";

        foreach (var pem in new[] { "", "hello", leaf })
        {
            var answer = await office.As("administrator-province").PostAsJsonAsync("/api/trusted-roots", new RootForm(pem), OfficeJson.Options);

            Assert.Equal("trusted-root-unreadable", (await Task.FromResult(answer).ProblemAsync(HttpStatusCode.BadRequest)).Code);
        }
    }

    [FactNeeding("openssl")]
    public async Task A_key_that_the_vault_was_given_by_hand_is_requested_for_and_signs()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var folder = Directory.CreateDirectory(Path.Combine(office.Folder, "keys", "seal-h18-99")).FullName;
        OutsideTool.Run("openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", Path.Combine(folder, "000001.pem"));
        var administrator = office.As("administrator-province");

        var asked = await administrator.GetFromJsonAsync<CertificateRequestAnswer>(
            "/api/signing-keys/seal-h18-99/certificate-request?subject=CN%3DTest%2C%20C%3DVN", OfficeJson.Stored);
        var key = (await office.The<ISigningKeys>().FindAsync("seal-h18-99", null, default))!;
        var answer = await administrator.PutAsJsonAsync(
            "/api/signing-keys/seal-h18-99/certificate", new CertificateForm(office.The<DevelopmentAuthority>().Issue(key, "Test", "Test"), asked!.Version),
            OfficeJson.Options);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SigningAlgorithm.RS256, (await office.The<SigningCertificates>().FindAsync("seal-h18-99", default)).Value.Key.Algorithm);
    }
}
