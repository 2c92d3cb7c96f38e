using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Payments.Cash;
using PublicAdmin.Payments.Confirming;
using PublicAdmin.Payments.Duties;
using PublicAdmin.Payments.Gateway;
using PublicAdmin.Payments.Keeping;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Payments.Reconciling;
using PublicAdmin.Payments.Refunds;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Lines;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Payments;

internal static class PaymentsServices
{
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddOptions<PaymentSettings>().BindConfiguration(PaymentSettings.Section);
        services.AddHttpClient<PaymentGateway>(http => http.Timeout = TimeSpan.FromSeconds(10)).Watched(OutsideLines.Payments);
        return services
            .AddSingleton<NoPlatform>()
            .AddSingleton(PlatformOf)
            .AddSingleton(LineOf)
            .AddSingleton<OrderStore>()
            .AddSingleton<OrderDesk>()
            .AddSingleton<ReceiptBook>()
            .AddSingleton<CashDayBook>()
            .AddSingleton<CashDays>()
            .AddSingleton<PaymentBooking>()
            .AddSingleton<PaymentAlarms>()
            .AddSingleton<PaymentConfirming>()
            .AddSingleton<PaymentRounds>()
            .AddSingleton<RefundStore>()
            .AddSingleton<RefundSending>()
            .AddSingleton<RefundDesk>()
            .AddSingleton<RefundReconciler>()
            .AddSingleton<Reconciler>()
            .AddSingleton<DifferenceBook>()
            .AddSingleton<OpenDifferences>(provider => provider.GetRequiredService<DifferenceBook>().OpenAsync)
            .AddSingleton<OrderRemoval>()
            .AddSingleton<MoneyRemoval>()
            .AddSingleton<DutyEnd>()
            .AddSingleton<IDossierFollowUp, DutyPaid>();
    }

    private static IPaymentPlatform PlatformOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<PaymentSettings>>().Value is var settings && SignedRequests.AreSetUp(settings.GatewayUrl, settings.GatewaySecret)
            ? provider.GetRequiredService<PaymentGateway>()
            : provider.GetRequiredService<NoPlatform>();

    private static OutsideLine LineOf(IServiceProvider provider) => new(
        OutsideLines.Payments, provider.GetRequiredService<IPaymentPlatform>() is not NoPlatform, Queues.Payments,
        Waiting: provider.GetRequiredService<RefundStore>().OrderedSinceAsync);
}
