using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Gateway;

/// <summary>The platform behind the province's gateway, spoken to by signed requests (<see cref="SignedRequests"/>).</summary>
public sealed class PaymentGateway(HttpClient http, IOptions<PaymentSettings> settings, TrackingPages pages, TimeProvider clock) : IPaymentPlatform
{
    public Task<PaymentPage?> OpenAsync(PaymentOrder order, CancellationToken ct) => AskAsync<PaymentPage>(
        "orders", order.Reference,
        new OrderMessage(order.Reference, order.Amount, "VND", order.Office, order.Procedure, order.Code.ToString(), order.ExpiresAt,
            pages.PayPageOf(order.Code)), ct);

    public async Task<PlatformAnswer> AskAsync(string reference, CancellationToken ct) => Heard(
        await AskAsync<PlatformNotice>("status", $"{reference}.{clock.GetUtcNow().UtcTicks}", new ReferenceMessage(reference), ct), reference);

    public async Task<PlatformAnswer> RefundAsync(RefundAsked refund, CancellationToken ct) => Heard(
        await AskAsync<PlatformNotice>(
            "refunds", refund.Reference, new RefundMessage(refund.Reference, refund.Order, refund.Transaction, refund.Amount, "VND"), ct),
        refund.Reference);

    public async Task<IReadOnlyList<SettledLine>?> DayAsync(DateOnly day, CancellationToken ct)
    {
        var file = await AskAsync<DayFile>("days", string.Create(CultureInfo.InvariantCulture, $"day-{day:yyyyMMdd}"), new DayMessage(day), ct);
        return file is null ? null : [.. file.Lines.Select(line => new SettledLine(line.Reference, line.Payment, line.IsRefund))];
    }

    private PlatformAnswer Heard(PlatformNotice? notice, string reference) =>
        notice is not null && notice.Reference == reference && notice.IsSignedWith(settings.Value.GatewaySecret)
            ? notice.Answer : new PlatformAnswer(PlatformState.Unknown);

    // What the platform does not know, and what cannot be read, is no answer; a platform that is away is an exception.
    private async Task<T?> AskAsync<T>(string what, string key, object question, CancellationToken ct)
        where T : class
    {
        using var request = SignedRequests.Post($"{settings.Value.GatewayUrl.TrimEnd('/')}/{what}", settings.Value.GatewaySecret, key, question, clock);
        using var answer = await http.SendAsync(request, ct);
        if (answer.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }

        try
        {
            return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>(OfficeJson.Options, ct);
        }
        catch (JsonException e)
        {
            throw new HttpRequestException("The platform's answer cannot be read.", e);
        }
    }

    /// <param name="DiaChiTroVe">Where the payer's browser goes afterwards, whatever came of it.</param>
    internal sealed record OrderMessage(
        string MaThamChieu, long SoTien, string MaTienTe, string MaDonVi, string MaThuTuc, string MaHoSo, DateTimeOffset HanThanhToan,
        string DiaChiTroVe);

    internal sealed record ReferenceMessage(string MaThamChieu);

    internal sealed record RefundMessage(string MaHoanTra, string MaThamChieu, string MaGiaoDich, long SoTien, string MaTienTe);

    internal sealed record DayMessage(DateOnly Ngay);

    internal sealed record DayFile(IReadOnlyList<PlatformNotice> Lines);
}
