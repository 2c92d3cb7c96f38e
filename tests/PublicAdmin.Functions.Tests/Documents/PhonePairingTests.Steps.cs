using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Documents.Pairing;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

public sealed partial class PhonePairingTests
{
    private static async Task<BegunPairing> BeginAsync(Office office) => await Counter.ReadAsync<BegunPairing>(
        await office.As(Clerk).PostAsJsonAsync("/api/phone-pairings", new PairingForm("011195000123")), HttpStatusCode.Created);

    private static async Task<PairingView> ShownAsync(Office office, BegunPairing pairing) =>
        await Counter.ReadAsync<PairingView>(await office.As(Clerk).GetAsync($"/api/phone-pairings/{pairing.Id}"), HttpStatusCode.OK);

    private static async Task<string> ClaimAsync(Office office, BegunPairing pairing) =>
        (await Counter.ReadAsync<ClaimedPairing>(await ClaimsAsync(office, pairing.Id, SecretOf(pairing)), HttpStatusCode.OK)).Token;

    private static Task<HttpResponseMessage> ClaimsAsync(Office office, string id, string secret) =>
        office.Http.PostAsJsonAsync($"/api/phone-pairings/{id}/claim", new PairingClaim(secret));

    private static async Task<ReceivedPage> SendAsync(Office office, BegunPairing pairing, string token, byte[] page) =>
        await Counter.ReadAsync<ReceivedPage>(await SendsAsync(office, pairing.Id, token, page), HttpStatusCode.OK);

    private static Task<HttpResponseMessage> SendsAsync(Office office, string id, string token, byte[] page)
    {
        var content = new ByteArrayContent(page) { Headers = { { "Content-Type", "application/octet-stream" } } };
        return office.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"/api/phone-pairings/{id}/pages") { Content = content, Headers = { { "Pairing-Token", token } } });
    }

    // What the telephone reads from the address; the browser sends it nowhere by itself.
    private static string SecretOf(BegunPairing pairing) => pairing.Address.Split('#')[1].Split('.')[1];
}
