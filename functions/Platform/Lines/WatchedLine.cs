using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Platform.Lines;

/// <summary>Notes of each call over HTTP whether the other side answered; that it refuses a request for what stands in it is an answer.</summary>
internal sealed class WatchedLine(string line, LineWatch watch, TimeProvider clock) : DelegatingHandler
{
    // Who gave up sooner than any of our lines' patience was not the line: a page was closed, the office stopped.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await (IsAnswer(answer)
                ? watch.GoodAsync(line, cancellationToken)
                : watch.BadAsync(line, string.Create(CultureInfo.InvariantCulture, $"http-{(int)answer.StatusCode}"), cancellationToken));
            return answer;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            await watch.BadAsync(line, "unreachable", CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException) when (clock.GetElapsedTime(began) > Patience)
        {
            await watch.BadAsync(line, "timeout", CancellationToken.None);
            throw;
        }
    }

    // That it does not know us is ours to mend, and lasts until it is.
    private static bool IsAnswer(HttpResponseMessage answer) => answer.IsSuccessStatusCode
        || (answer.IsRefusedForGood() && answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden));
}

internal static class WatchedLines
{
    /// <summary>Every call of this client is a call over a line.</summary>
    public static IHttpClientBuilder Watched(this IHttpClientBuilder client, string line) => client.AddHttpMessageHandler(
        provider => new WatchedLine(line, provider.GetRequiredService<LineWatch>(), provider.GetRequiredService<TimeProvider>()));
}
