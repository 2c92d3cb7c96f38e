using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Cash;
using PublicAdmin.Payments.Gateway;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Payments;

/// <summary>What a payer and a cashier do in these tests.</summary>
internal static class Paying
{
    public const string Place = "muong-ang";

    /// <summary>Extracts of the civil status books at 8,000 đồng a copy, accepted.</summary>
    public static async Task<DossierCode> OwingAsync(this Office office, int copies = 1)
    {
        var clerk = office.As($"clerk-{Place}");
        var code = (await clerk.FileAsync(new FilingForm(
            "2.000635", office.OfficeOf($"clerk-{Place}"), Filings.Mai, Channel.Counter, ResidenceUnit: Filings.MuongAng, PlaceUnit: Filings.MuongAng,
            ReturnWay: ReturnWay.Counter, Form: ExampleAnswers.Of("2.000635"), Fee: new FeeFactsForm(copies)))).Code;
        await clerk.ActAsync(code, "acceptance");
        return code;
    }

    public static async Task<PaymentOrderView> OrderAsync(this Office office, DossierCode code) =>
        await Counter.ReadAsync<PaymentOrderView>(await office.As("mai").PostAsync($"/api/dossiers/{code}/payment-order", null), HttpStatusCode.OK);

    public static async Task<PaymentOrderView> ReadOrderAsync(this Office office, DossierCode code) =>
        await Counter.ReadAsync<PaymentOrderView>(await office.As("mai").GetAsync($"/api/dossiers/{code}/payment-order"), HttpStatusCode.OK);

    public static Task<HttpResponseMessage> SendCashAsync(this Office office, DossierCode code, long amount, string? key = null) =>
        office.As($"cashier-{Place}").SendActAsync(code, "cash", new CashForm(amount), key: key ?? Guid.NewGuid().ToString("N"));

    public static async Task<DossierView> CashAsync(this Office office, DossierCode code, long amount, string? key = null) =>
        await Counter.ReadAsync<DossierView>(await office.SendCashAsync(code, amount, key), HttpStatusCode.OK);

    /// <summary>At the desk and then through the platform: the second money is an excess.</summary>
    public static async Task<(string Order, PlatformNotice Notice)> PaidTwiceAsync(this Office office, PlatformServer platform)
    {
        platform.Now = office.Clock.GetUtcNow;
        var code = await office.OwingAsync();
        var order = (await office.OrderAsync(code)).Reference;
        var notice = platform.Pay(order, office.Clock.GetUtcNow());
        await office.CashAsync(code, 8_000);
        await PlatformServer.TellAsync(office, notice);
        return (order, notice);
    }
}
