using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Cash;
using PublicAdmin.Payments.Confirming;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Payments.Reconciling;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Payments;

/// <summary>
/// Thousands of random acts of payers, cashiers and forgers, with a platform that is away, denies, tells twice and tells late, and an office that dies in
/// the midst of it: receipts less refunds are cash and money settled online, to the đồng, and no order is booked twice.
/// </summary>
public sealed class MoneyModelTests
{
    private const string Cashier = "cashier-muong-ang";
    private const int Steps = 2_500;
    private readonly Random _random = new(28_112_026);
    private readonly List<DossierCode> _codes = [];
    private readonly Dictionary<string, DossierCode> _orders = [];
    private Office _office = null!;
    private PlatformServer _platform = null!;

    [Fact]
    public async Task The_books_balance_after_thousands_of_random_steps()
    {
        await using var platform = _platform = await PlatformServer.StartAsync();
        await using var office = _office = await Office.OpenInMemoryAsync("2026-11-20T01:00Z", platform.Settings);
        for (var n = 0; n < Steps; n++)
        {
            await StepAsync(n);
        }

        await SettleAsync();
        await BalanceAsync();
    }

    private async Task StepAsync(int n)
    {
        (_platform.IsDown, _platform.Lies) = (_random.Next(10) is 0, _random.Next(10) is 0);
        _office.Clock.Advance(TimeSpan.FromSeconds(_random.Next(1, 40)));
        if (_random.Next(100) is 0)
        {
            _office.DieAt(_random.Next(1, 40));
        }

        try
        {
            await ActAsync(n);
        }
        catch (Exception dead) when (dead is OfficeKilledException or HttpRequestException or Xunit.Sdk.XunitException)
        {
            await _office.RestartAsync();
        }

        if (n % 50 is 49)
        {
            await AliveAsync(() => _office.DeliverMessagesAsync());
        }
    }

    private async Task ActAsync(int n)
    {
        if (_codes.Count < 5 || _random.Next(12) is 0)
        {
            _codes.Add(await _office.OwingAsync(_random.Next(1, 5)));
            return;
        }

        var code = _codes[_random.Next(_codes.Count)];
        await (_random.Next(12) switch
        {
            0 or 1 or 2 => OrderAsync(code),
            3 or 4 or 5 => PayAsync(),
            6 or 7 => _office.SendCashAsync(code, 1_000 * _random.Next(1, 9), $"cash-{n / 2:D6}"),
            8 => CancelAsync(code),
            9 => ForgeAsync(),
            10 => _office.RunTimerAsync(nameof(AskForPayments)),
            _ => EndAsync(code),
        });
    }

    private async Task OrderAsync(DossierCode code)
    {
        using var answer = await _office.As("mai").PostAsync($"/api/dossiers/{code}/payment-order", null);
        if (answer.IsSuccessStatusCode)
        {
            _orders[(await answer.Content.ReadFromJsonAsync<PaymentOrderView>(OfficeJson.Options))!.Reference] = code;
        }
    }

    // Any order ever made, open or closed, once; the platform tells nobody, once or twice, now or never.
    private async Task PayAsync()
    {
        var unpaid = _platform.Orders.Keys.Where(reference => _platform.Settled.All(notice => notice.Reference != reference)).Order(StringComparer.Ordinal)
            .ToList();
        if (unpaid.Count > 0)
        {
            var notice = _platform.Pay(unpaid[_random.Next(unpaid.Count)], _office.Clock.GetUtcNow());
            for (var told = _random.Next(3); told > 0; told--)
            {
                (await PlatformServer.TellAsync(_office, notice)).Dispose();
            }
        }
    }

    private async Task ForgeAsync()
    {
        if (_orders.Count > 0)
        {
            var reference = _orders.Keys.ElementAt(_random.Next(_orders.Count));
            var lie = PlatformServer.NoticeOf(reference, 1_000, _office.Clock.GetUtcNow(), "GDX");
            (await PlatformServer.TellAsync(
                _office, _random.Next(2) is 0 ? lie : lie with { Amount = _platform.Orders[reference], Code = new string('0', 64) })).Dispose();
        }
    }

    private async Task CancelAsync(DossierCode code)
    {
        var receipts = (await _office.As(Cashier).ReadDossierAsync(code)).Fee.Receipts;
        if (receipts.Count > 0)
        {
            var form = new CancellationForm(receipts[_random.Next(receipts.Count)].Number, "Ghi nhầm", _random.Next(2) is 0);
            (await _office.As(Cashier).SendActAsync(code, "receipt-cancellation", form)).Dispose();
        }
    }

    private async Task EndAsync(DossierCode code)
    {
        if (_random.Next(4) is 0)
        {
            (await _office.As("clerk-muong-ang").SendActAsync(code, "withdrawal", new WithdrawalForm("Đổi ý"))).Dispose();
            var paid = (await _office.As(Cashier).ReadDossierAsync(code)).Fee.Paid;
            (await _office.As("leader-muong-ang")
                .SendActAsync(code, "fee-closure", new FeeClosureForm(paid > 0 ? FeeOutcome.Refunded : FeeOutcome.Waived, "Hồ sơ rút", paid))).Dispose();
        }
    }

    private async Task AliveAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception dead) when (dead is OfficeKilledException or HttpRequestException)
        {
            await _office.RestartAsync();
            await act();
        }
    }

    private async Task SettleAsync()
    {
        (_platform.IsDown, _platform.Lies) = (false, false);
        await _office.RestartAsync();
        for (var n = 0; n < 12; n++)
        {
            _office.Clock.Advance(TimeSpan.FromHours(13));
            await _office.RunTimerAsync(nameof(AskForPayments));
        }

        await _office.RunTimerAsync(nameof(ReconcilePayments));
        await _office.DeliverMessagesAsync();
    }

    private async Task BalanceAsync()
    {
        var store = _office.The<OrderStore>();
        var orders = new List<PaymentOrder>();
        foreach (var reference in _platform.Settled.Select(notice => notice.Reference))
        {
            orders.Add((await store.FindAsync(reference, default))!.Order);
        }

        Assert.All(orders, order => Assert.True(order.IsSettled, $"{order.Reference} is {order.State}"));
        var views = new List<DossierView>();
        foreach (var code in _codes)
        {
            views.Add(await _office.As(Cashier).ReadDossierAsync(code));
        }

        var receipts = views.SelectMany(view => view.Fee.Receipts).ToList();
        var online = orders.Where(order => order.State is OrderState.Paid).Sum(order => order.Amount);
        var refunds = views.Sum(view => view.Fee.Closure?.Refunded ?? 0);
        Assert.Equal(receipts.Where(receipt => receipt.Holds).Sum(receipt => receipt.Amount), await CashAsync() + online);
        Assert.Equal(views.Sum(view => view.Fee.Paid), receipts.Where(receipt => receipt.Holds).Sum(receipt => receipt.Amount) - refunds);
        Assert.Equal(
            _platform.Settled.Sum(notice => notice.Amount), online + orders.Where(order => order.State is OrderState.Excess).Sum(order => order.Amount));
        Assert.Equal(receipts.Count, receipts.Select(receipt => receipt.Number).Distinct().Count());
        Assert.All(receipts.Where(receipt => receipt is { Reference: not null, Holds: true }).GroupBy(receipt => receipt.Reference),
            booked => Assert.Single(booked));
        Assert.True(orders.Count > 50 && receipts.Count > 100, $"{orders.Count} orders, {receipts.Count} receipts");
    }

    private async Task<long> CashAsync()
    {
        var sum = 0L;
        for (var day = new DateOnly(2026, 11, 20); day <= _office.Clock.Today(); day = day.AddDays(1))
        {
            var read = await _office.As(Cashier)
                .GetFromJsonAsync<CashDayView>($"/api/offices/{_office.OfficeOf(Cashier)}/cash/{day:yyyy-MM-dd}", OfficeJson.Stored);
            sum += read!.Booked;
        }

        return sum;
    }
}
