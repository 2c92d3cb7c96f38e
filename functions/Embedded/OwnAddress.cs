using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Embedded;

/// <summary>Where this office listens, for those who call it from this machine.</summary>
internal static class OwnAddress
{
    /// <summary>Known only once the server listens; with port 0 the system chooses it.</summary>
    /// <exception cref="InvalidOperationException">It listens on no http:// address, or not yet.</exception>
    public static string Of(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException("The development sign-in needs an http:// address that is listening.");
        var bound = BindingAddress.Parse(address);
        return bound.Host is "*" or "+" or "0.0.0.0" or "[::]" ? $"http://localhost:{bound.Port}" : address.TrimEnd('/');
    }
}
