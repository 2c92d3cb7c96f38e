using System.Net;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Portal.Outbound;
using PublicAdmin.Tests.Documents;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>Where the portal's networks are known, a link that got into other hands opens nothing and is not used up by them.</summary>
public sealed class PortalLinkNetworkTests
{
    [Theory]
    [InlineData("203.0.113.9", HttpStatusCode.OK)]
    [InlineData("2001:db8::7", HttpStatusCode.OK)]
    [InlineData("198.51.100.7", HttpStatusCode.Forbidden)]
    [InlineData("2001:db9::7", HttpStatusCode.Forbidden)]
    public async Task Only_from_a_network_of_the_portal_a_file_is_fetched(string from, HttpStatusCode expected)
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync(
            "2026-11-20T02:00Z", [.. portal.Settings, "--Http:TrustedProxies=1", "--Portal:FetchNetworks=203.0.113.0/24 2001:db8::/32"]);
        var (code, _) = await DossierPapersTests.FileBirthAsync(office, SampleScans.Pdf(pages: 1, pixels: 800));
        await office.DeliverMessagesAsync();
        var link = office.The<PortalLinks>().Make(code, "1").PathAndQuery;

        var fetched = await FetchAsync(office, link, from);
        var fromThere = await FetchAsync(office, link, "203.0.113.10");

        var (refused, why) = expected is HttpStatusCode.OK ? (fromThere, "portal-link-used") : (fetched, "portal-link-elsewhere");
        Assert.Equal((expected, why), (fetched.StatusCode, await refused.RefusalAsync()));
        Assert.Equal(expected is HttpStatusCode.OK ? HttpStatusCode.Gone : HttpStatusCode.OK, fromThere.StatusCode);
        Assert.Contains((await office.The<AccessLog>().ListAsync(code, default)).Select(entry => entry.Purpose), purpose => purpose == PortalDelivery.Refused);
    }

    private static async Task<HttpResponseMessage> FetchAsync(Office office, string link, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(office.Http.BaseAddress!, link));
        request.Headers.Add("X-Forwarded-For", from);
        return await office.Http.SendAsync(request);
    }
}
