using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Platform;
using PublicAdmin.Results;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

public sealed class SigningKeyListTests
{
    private const string Keys = "/api/signing-keys?office=H18.61";

    [Fact]
    public async Task An_administrator_sees_which_keys_of_an_office_cannot_sign_yet_and_how_long_the_others_may()
    {
        await using var office = await Office.OpenAsync();

        var before = await office.As("administrator-province").GetFromJsonAsync<SigningKeyState[]>(Keys, OfficeJson.Options);
        await office.The<SigningCertificates>().FindAsync(new SigningOwner("seal-h18-61", "Ủy ban nhân dân", "Ủy ban nhân dân"), default);
        var after = await office.As("administrator-dien-bien-phu").GetFromJsonAsync<SigningKeyState[]>(Keys, OfficeJson.Options);

        Assert.Equal(["seal-h18-61", "center-h18-61"], before!.Take(2).Select(key => key.Key));
        Assert.Contains(before!, key => key.Kind is SigningKeyKind.Person);
        Assert.Equal("signing-certificate-missing", before![0].Problem);
        Assert.Null(after![0].Problem);
        Assert.InRange(after[0].DaysLeft!.Value, 1, 4_000);
        Assert.NotNull(after[0].Subject);
    }

    [Theory]
    [InlineData("clerk-dien-bien-phu", Keys, HttpStatusCode.Forbidden)]
    [InlineData("administrator-muong-ang", Keys, HttpStatusCode.Forbidden)]
    [InlineData("administrator-province", "/api/signing-keys?office=H18.999", HttpStatusCode.NotFound)]
    [InlineData("administrator-province", "/api/signing-keys", HttpStatusCode.NotFound)]
    public async Task Nobody_else_sees_them(string persona, string address, HttpStatusCode status)
    {
        await using var office = await Office.OpenAsync();

        Assert.Equal(status, (await office.As(persona).GetAsync(address)).StatusCode);
    }
}
