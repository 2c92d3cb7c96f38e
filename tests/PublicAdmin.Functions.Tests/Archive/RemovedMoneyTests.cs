using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Archive;
using PublicAdmin.Archive.Retention;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Cash;
using PublicAdmin.Payments.Confirming;
using PublicAdmin.Payments.Reconciling;
using PublicAdmin.Payments.Refunds;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Payments;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>The books of money go when their term is over, counted from the end of their accounting year; what is owed or held stays.</summary>
public sealed class RemovedMoneyTests
{
    private const string Place = Paying.Place;

    [Fact]
    public async Task Books_of_money_go_ten_years_after_their_accounting_year_and_what_is_still_to_go_back_stays()
    {
        await using var platform = await PlatformServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", platform.Settings);
        await PaidBackAsync(office, platform);
        var (owed, _) = await office.PaidTwiceAsync(platform);
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-20T23:00Z", CultureInfo.InvariantCulture));
        await office.RunTimerAsync(nameof(AskForPayments));
        await office.RunTimerAsync(nameof(ReconcilePayments));
        await office.RemoveAtAsync("2036-11-30T19:50Z"); // The first of December: a month to go.
        var before = await office.PartitionsAsync(Tables.Payments);
        await office.RemoveAtAsync("2037-01-01T19:50Z"); // Not the first of a month.
        Assert.Equal(before, await office.PartitionsAsync(Tables.Payments));

        await office.RemoveAtAsync("2037-01-31T19:50Z");
        var left = await office.PartitionsAsync(Tables.Payments);
        await office.RemoveAtAsync("2037-02-28T19:50Z");

        Assert.Contains(before, partition => partition.StartsWith("book:", StringComparison.Ordinal));
        Assert.Contains(before, partition => partition.StartsWith("refund:", StringComparison.Ordinal));
        Assert.Contains("reconciled", before);
        Assert.Equal(["dossier", "excess", "order", "paid"], left.Select(partition => partition.Split(':')[0]).Distinct());
        Assert.Equal($"order:{owed}", Assert.Single(left, partition => partition.StartsWith("order:", StringComparison.Ordinal)));
        Assert.Equal(left, await office.PartitionsAsync(Tables.Payments));
    }

    [Fact]
    public async Task A_receipt_of_a_held_dossier_keeps_its_whole_book_until_the_hold_is_lifted()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var (held, other) = (await office.OwingAsync(), await office.OwingAsync());
        await office.CashAsync(held, 8_000);
        await office.CashAsync(other, 8_000);
        await office.As($"clerk-{Place}").ActAsync(held, "withdrawal", new WithdrawalForm("Đổi ý"));
        await office.HoldAsync(held, lift: false);

        await office.RemoveAtAsync("2037-01-31T19:50Z");
        var day = await Counter.ReadAsync<CashDayView>(
            await office.As($"cashier-{Place}").GetAsync($"/api/offices/{office.OfficeOf($"clerk-{Place}")}/cash/2026-11-20"), HttpStatusCode.OK);
        await office.HoldAsync(held, lift: true);
        await office.RemoveAtAsync("2037-02-28T19:50Z");

        Assert.Equal(16_000, day.Booked);
        Assert.Empty(await office.PartitionsAsync(Tables.Payments));
    }

    // Paid at the desk and through the platform; the second money went back.
    private static async Task PaidBackAsync(Office office, PlatformServer platform)
    {
        var (order, notice) = await office.PaidTwiceAsync(platform);
        var money = $"/api/payments/orders/{order}";
        (await office.As($"cashier-{Place}").PostAsJsonAsync(
            $"{money}/refund", new RefundForm(notice.Transaction, 8_000, "Nộp hai lần"), OfficeJson.Options)).EnsureSuccessStatusCode();
        (await office.As($"leader-{Place}").PostAsJsonAsync(
            $"{money}/refund-decision", new RefundDecisionForm(notice.Transaction, true), OfficeJson.Options)).EnsureSuccessStatusCode();
        await office.RunTimerAsync(nameof(AskForPayments));
    }
}

/// <summary>What every test of removing does.</summary>
internal static class Removing
{
    /// <summary>Comes to an hour and lets the timer remove what outlived its term.</summary>
    public static Task RemoveAtAsync(this Office office, string at)
    {
        office.Clock.GoTo(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        return office.RunTimerAsync(nameof(RemoveOutdated));
    }

    /// <summary>Holds a dossier, or lifts the hold.</summary>
    public static async Task HoldAsync(this Office office, DossierCode code, bool lift) =>
        (await office.As($"registrar-{Paying.Place}").PostAsJsonAsync(
            $"/api/dossiers/{code}/archive-hold", new ArchiveHoldForm("Thanh tra 3/2026", lift), OfficeJson.Options)).EnsureSuccessStatusCode();

    /// <summary>The partitions of a table.</summary>
    public static async Task<IReadOnlyList<string>> PartitionsAsync(this Office office, string table) =>
        [.. (await office.The<ITables>()[table].WalkAllAsync(default).Select(row => row.Partition).ToListAsync()).Distinct()];
}
