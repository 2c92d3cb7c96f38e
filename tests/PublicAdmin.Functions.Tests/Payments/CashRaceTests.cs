using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Payments.Cash;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Payments;

/// <summary>What a collector has signed for is what the dossiers say, whoever does what between two writes.</summary>
public sealed class CashRaceTests
{
    private const string Cashier = "cashier-muong-ang";

    [Fact]
    public async Task Cash_cancelled_at_the_very_moment_its_day_closes_is_counted_or_cancelled_and_never_both()
    {
        await using var office = await Office.OpenAsync();
        var outcomes = new List<(HttpStatusCode Cancelled, HttpStatusCode Closed)>();
        for (var step = 1; step == outcomes.Count + 1; step++)
        {
            office.Clock.Advance(TimeSpan.FromDays(1));
            var code = await office.OwingAsync();
            var number = (await office.CashAsync(code, 8_000)).Fee.Receipts[0].Number;
            HttpStatusCode? closed = null;
            office.InterruptAt(step, () => closed = CloseAsync(office).GetAwaiter().GetResult().StatusCode);

            using var cancelled = await office.As(Cashier).SendActAsync(code, "receipt-cancellation", new CancellationForm(number, "Ghi nhầm", Replace: false));
            office.InterruptAt(int.MaxValue, () => { });

            if (closed is { } then)
            {
                outcomes.Add((cancelled.StatusCode, then));
                var day = await DayAsync(office);
                Assert.Equal(then is HttpStatusCode.OK, day.Closing is not null);
                Assert.Equal(day.Closing?.Booked ?? day.Booked, day.Booked);
                Assert.Equal(cancelled.IsSuccessStatusCode ? 0 : 8_000, day.Booked);
            }
        }

        Assert.Contains((HttpStatusCode.Conflict, HttpStatusCode.OK), outcomes); // The closing was first.
        Assert.Contains((HttpStatusCode.OK, HttpStatusCode.Conflict), outcomes); // The cancellation was announced: the closing waits for it.
        Assert.Contains((HttpStatusCode.OK, HttpStatusCode.OK), outcomes); // It had ended, and the closing counts without it.
    }

    [Fact]
    public async Task A_cancellation_that_died_on_its_way_keeps_the_day_open_for_ten_minutes_and_no_longer()
    {
        await using var office = await Office.OpenAsync();
        var code = await office.OwingAsync();
        var number = (await office.CashAsync(code, 8_000)).Fee.Receipts[0].Number;
        office.DieAt(3); // Announced, and not written.
        await Assert.ThrowsAnyAsync<Exception>(async () =>
            (await office.As(Cashier).SendActAsync(code, "receipt-cancellation", new CancellationForm(number, "Ghi nhầm", Replace: false)))
                .EnsureSuccessStatusCode());
        await office.RestartAsync();

        var early = await CloseAsync(office).ProblemAsync(HttpStatusCode.Conflict);
        office.Clock.Advance(TimeSpan.FromMinutes(11));
        using var closed = await CloseAsync(office);

        Assert.Equal(("cash-day-busy", HttpStatusCode.OK), (early.Code, closed.StatusCode));
        Assert.Equal((8_000L, 8_000L), ((await DayAsync(office)).Closing!.Booked, (await office.As("mai").ReadDossierAsync(code)).Fee.Paid));
    }

    private static Task<HttpResponseMessage> CloseAsync(Office office) =>
        office.As(Cashier).PostAsJsonAsync($"{PathOf(office)}/closing", new ClosingForm(8_000, "Đếm cuối ngày"), OfficeJson.Options);

    private static async Task<CollectorView> DayAsync(Office office) =>
        (await office.As(Cashier).GetFromJsonAsync<CashDayView>(PathOf(office), OfficeJson.Stored))!.Collectors.Single();

    private static string PathOf(Office office) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/offices/{office.OfficeOf(Cashier)}/cash/{office.Clock.Today():yyyy-MM-dd}");
}
