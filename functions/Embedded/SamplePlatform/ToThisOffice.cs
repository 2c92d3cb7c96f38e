using Microsoft.AspNetCore.Hosting.Server;

namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>Sends what is meant for the platform to this office, whose port is known only once it listens.</summary>
internal sealed class ToThisOffice(IServer server) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(new Uri(OwnAddress.Of(server)), request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
