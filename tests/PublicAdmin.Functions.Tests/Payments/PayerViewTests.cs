using PublicAdmin.Payments.Orders;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Payments;

/// <summary>What the page for paying rests on.</summary>
public sealed class PayerViewTests
{
    [Fact]
    public async Task The_payer_is_given_a_code_to_scan_a_way_back_and_an_honest_state()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync(
            "2026-11-20T02:00Z", [.. platform.Settings, "--Signing:CheckAddress=https://dichvucong.example/verify/"]);
        var code = await office.OwingAsync();

        var order = await office.OrderAsync(code);
        office.Clock.Advance(TimeSpan.FromHours(25));
        var over = await office.ReadOrderAsync(code);
        await PlatformServer.TellAsync(office, platform.Pay(order.Reference, office.Clock.GetUtcNow()));

        Assert.StartsWith("<svg", order.QrImage, StringComparison.Ordinal);
        Assert.Equal(($"00020101{order.Reference}", $"https://dichvucong.example/pay?code={code}"), (order.Qr, platform.ReturnAddress));
        Assert.Equal((OrderState.Expired, OrderState.Paid), (over.State, (await office.ReadOrderAsync(code)).State)); // Late money is money.
    }
}
