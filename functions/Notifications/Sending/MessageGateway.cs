using System.Globalization;
using Microsoft.Extensions.Options;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Notifications.Sending;

/// <summary>A short message for the gateway.</summary>
/// <param name="Id">The same at every try: the gateway sends it once.</param>
public sealed record ShortMessage(string Id, LetterChannel Channel, string To, string Text);

/// <summary>The province's gateway for SMS and Zalo, by signed requests (<see cref="SignedRequests"/>).</summary>
public sealed class MessageGateway(HttpClient http, IOptions<MailSettings> settings, TimeProvider clock)
{
    public bool IsOpen => SignedRequests.AreSetUp(settings.Value.GatewayUrl, settings.Value.GatewaySecret);

    /// <exception cref="UndeliverableException">The gateway refuses the message for good.</exception>
    /// <exception cref="MailAwayException">The gateway is busy or out of reach.</exception>
    public async Task SendAsync(ShortMessage message, CancellationToken ct)
    {
        using var request = SignedRequests.Post(settings.Value.GatewayUrl, settings.Value.GatewaySecret, message.Id, message, clock);
        using var answer = await AnswerAsync(request, ct);
        if (answer.IsRefusedForGood())
        {
            throw new UndeliverableException(string.Create(CultureInfo.InvariantCulture, $"The gateway refused the message: {(int)answer.StatusCode}."));
        }

        if (!answer.IsSuccessStatusCode)
        {
            var retry = answer.Headers.RetryAfter;
            var code = string.Create(CultureInfo.InvariantCulture, $"http-{(int)answer.StatusCode}");
            throw new MailAwayException(
                $"The gateway is away: {code}.", code,
                retry?.Delta ?? (retry?.Date is { } at ? at - clock.GetUtcNow() : null));
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new MailAwayException("The gateway is out of reach.", e);
        }
    }
}
