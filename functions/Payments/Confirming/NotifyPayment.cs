using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using PublicAdmin.Identity;
using PublicAdmin.Payments.Gateway;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Confirming;

/// <summary>
/// POST /api/payments/notifications: the platform tells of a payment. Signed; of a known order and its exact amount; the same notice again has the same
/// answer and books nothing again. Everything else is refused, written down and alarmed; of forgeries only so many, or anybody could fill the table.
/// </summary>
public sealed class NotifyPayment(
    PaymentConfirming confirming, PaymentAlarms alarms, RateLimits limits, ClientAddress clients, IOptions<PaymentSettings> settings)
{
    private const int MaxBytes = 16 * 1024;

    private static readonly RateLimit Forgeries = new("payment-forged", 50, TimeSpan.FromHours(1));

    [Function(nameof(NotifyPayment)), AllowedTo(Role.Anyone), Accepts(typeof(PlatformNotice), MaxBytes = MaxBytes)]
    [Answers(200, typeof(NoticeAnswer)), Refuses(typeof(PaymentRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/payments/notifications")] HttpRequest request, CancellationToken ct)
    {
        var read = await request.ReadAsync<PlatformNotice>(ct);
        if (!read.Try(out var notice, out var refusal))
        {
            return refusal.ToProblem();
        }

        var heard = await HearAsync(request, notice, ct);
        return heard.Try(out var order, out refusal)
            ? TypedResults.Json(new NoticeAnswer("00", order.Reference, order.State), OfficeJson.Options)
            : refusal.ToProblem();
    }

    private async Task<Result<Orders.PaymentOrder>> HearAsync(HttpRequest request, PlatformNotice notice, CancellationToken ct)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(notice, OfficeJson.Stored)));
        return settings.Value.GatewaySecret is { Length: >= SignedRequests.LeastSecret } secret && notice.IsSignedWith(secret)
            ? await confirming.HearAsync(notice, sha256, ct)
            : await RefuseAsync(clients.KeyOf(request), notice, sha256, ct);
    }

    private async Task<Refusal> RefuseAsync(string client, PlatformNotice notice, string sha256, CancellationToken ct)
    {
        if (limits.Check(Forgeries, client) is { } spent)
        {
            return spent;
        }

        await limits.SpendAsync(Forgeries, client, ct);
        return await alarms.RaiseAsync(PaymentRefusals.Forged, notice.Reference, sha256, ct);
    }
}

/// <param name="MaLoi">"00": it was heard.</param>
/// <param name="State">What became of the order.</param>
public sealed record NoticeAnswer(string MaLoi, string MaThamChieu, Orders.OrderState State);
