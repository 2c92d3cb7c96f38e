using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Embedded;
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

        var asked = await administrator.GetFromJsonAsync<CertificateRequestAnswer>($"/api/signing-keys/{owner.KeyName}/certificate-request?subject=CN%3DTest%2C%20C%3DVN", OfficeJson.Stored);
        var meanwhile = (await office.The<SigningCertificates>().FindAsync(owner, default)).Value;
        var pem = office.The<DevelopmentAuthority>().Issue(rotated, owner.Name, owner.Organisation);
        var answer = await administrator.PutAsJsonAsync($"/api/signing-keys/{owner.KeyName}/certificate", new CertificateForm(pem, asked!.Version), OfficeJson.Options);

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

        var answer = await office.As("administrator-province").PutAsJsonAsync($"/api/signing-keys/{one.Name}/certificate", new CertificateForm(pem), OfficeJson.Options);

        Assert.Equal("signing-certificate-mismatch", (await Task.FromResult(answer).ProblemAsync(HttpStatusCode.UnprocessableEntity)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public async Task Something_that_is_no_certificate_is_refused(string pem)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var key = office.The<KeyFileSigningKeys>().EnsureExists("seal-one");

        var answer = await office.As("administrator-province").PutAsJsonAsync($"/api/signing-keys/{key.Name}/certificate", new CertificateForm(pem), OfficeJson.Options);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
