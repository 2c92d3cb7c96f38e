using Azure.Core;
using Azure.Messaging.ServiceBus;

namespace PublicAdmin.Azure;

/// <summary>
/// How long a client waits for its service, all tries together. The front end of Azure Functions breaks an HTTP answer off after 230 seconds, and the SDKs' own
/// patience (100 seconds a try, 4 tries; 60 for the bus) would be longer than that: the caller would be told nothing.
/// </summary>
internal static class Patience
{
    /// <summary>Seconds a try may last and how many tries there are, with the pauses between them: well under a minute and a half in all.</summary>
    private static readonly TimeSpan Try = TimeSpan.FromSeconds(20);
    private const int Retries = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public static ServiceBusClientOptions OfBus => new()
    {
        RetryOptions = new ServiceBusRetryOptions { TryTimeout = TimeSpan.FromSeconds(15), MaxRetries = Retries, MaxDelay = LongestPause },
    };

    /// <summary>The time limits of a client over HTTP. A Retry-After of the service is kept by the SDK, however long.</summary>
    public static T Bound<T>(T options)
        where T : ClientOptions
    {
        (options.Retry.NetworkTimeout, options.Retry.MaxRetries, options.Retry.MaxDelay) = (Try, Retries, LongestPause);
        return options;
    }
}
