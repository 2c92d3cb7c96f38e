using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PublicAdmin.Platform.Http;

/// <summary>
/// From which network a request comes: an IPv4 /24 or an IPv6 /64, since one subscriber has many addresses.
/// <c>Http:TrustedProxies</c> says how many proxies of ours stand in front; only what they wrote into X-Forwarded-For is believed.
/// </summary>
public sealed class ClientAddress(IOptions<ProxySettings> settings)
{
    private readonly int _proxies = settings.Value.TrustedProxies;

    public string KeyOf(HttpRequest request) => NetworkOf(AddressOf(request));

    /// <summary>The whole of it, for asking whether it is one of those that are known; to be written down nowhere.</summary>
    public IPAddress? AddressOf(HttpRequest request) => Forwarded(request) ?? request.HttpContext.Connection.RemoteIpAddress;

    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        Array.Clear(bytes, bytes.Length == 4 ? 3 : 8, bytes.Length == 4 ? 1 : 8);
        return new IPAddress(bytes).ToString();
    }

    // Each proxy appends the address it saw: with one proxy of ours the last entry is true, the ones before it are whatever the client wrote.
    private IPAddress? Forwarded(HttpRequest request)
    {
        var seen = request.Headers["X-Forwarded-For"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)).ToList();
        return _proxies > 0 && seen.Count >= _proxies && IPEndPoint.TryParse(seen[^_proxies], out var end)
            && end.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
                ? end.Address
                : null;
    }
}

/// <summary>What stands between the clients and us.</summary>
public sealed class ProxySettings
{
    public const string Section = "Http";

    /// <summary>How many proxies of ours append to X-Forwarded-For; 0 where clients connect to us directly.</summary>
    public int TrustedProxies { get; set; }
}
