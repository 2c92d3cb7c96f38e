using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Cash;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Payments;

/// <summary>Every đồng at the desk has a number of the book, every number one life, and every day an end.</summary>
public sealed class CashTests
{
    private const string Cashier = "cashier-muong-ang";

    [Fact]
    public async Task Numbers_have_no_gap_and_money_sent_again_over_a_bad_line_has_the_same_receipt()
    {
        await using var office = await Office.OpenAsync();
        var codes = new List<DossierCode>();
        for (var n = 0; n < 6; n++)
        {
            codes.Add(await office.OwingAsync());
        }

        var once = await office.CashAsync(codes[0], 8_000, "cash-key-1");
        var again = await office.CashAsync(codes[0], 8_000, "cash-key-1");
        await Task.WhenAll(codes.Skip(1).Select(code => office.SendCashAsync(code, 8_000)));

        Assert.Equal(Assert.Single(once.Fee.Receipts).Number, Assert.Single(again.Fee.Receipts).Number);
        var day = await DayAsync(office, "2026-11-20");
        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"{n:D7}"), day.Collectors.Single().Receipts.Select(receipt => receipt.Receipt[^7..]));
        Assert.Equal(48_000, day.Booked);
    }

    [Fact]
    public async Task A_number_of_the_book_is_never_typed_and_more_than_is_owed_never_taken()
    {
        await using var office = await Office.OpenAsync();
        var code = await office.OwingAsync();

        var typed = await office.As(Cashier).SendActAsync(code, "payment", new FeeForm(8_000, "BL26-H18.61 0000009"))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var more = await office.SendCashAsync(code, 9_000);
        var keyless = await office.As(Cashier).SendActAsync(code, "cash", new CashForm(8_000)).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(("receipt-ours", "idempotency-key-missing"), (typed.Code, keyless.Code));
        Assert.Equal("fee-more-than-owed", (await Task.FromResult(more).ProblemAsync(HttpStatusCode.UnprocessableEntity)).Code);
        Assert.Empty((await DayAsync(office, "2026-11-20")).Collectors);
    }

    [Fact]
    public async Task A_day_is_closed_by_counting_and_takes_no_more()
    {
        await using var office = await Office.OpenAsync();
        var (paid, late) = (await office.OwingAsync(), await office.OwingAsync());
        await office.CashAsync(paid, 8_000);

        var unexplained = await CloseAsync(office, new ClosingForm(7_000)).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var closed = await Counter.ReadAsync<CashClosing>(await CloseAsync(office, new ClosingForm(7_000, "Thối nhầm 1.000 đồng")), HttpStatusCode.OK);
        var again = await Counter.ReadAsync<CashClosing>(await CloseAsync(office, new ClosingForm(7_000, "Thối nhầm 1.000 đồng")), HttpStatusCode.OK);
        var other = await CloseAsync(office, new ClosingForm(8_000)).ProblemAsync(HttpStatusCode.Conflict);
        var refused = await office.SendCashAsync(late, 8_000);
        office.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(("cash-difference-unexplained", "cash-day-closed"), (unexplained.Code, other.Code));
        Assert.Equal((8_000L, -1_000L, closed), (closed.Booked, closed.Difference, again));
        Assert.Equal("cash-day-closed", (await Task.FromResult(refused).ProblemAsync(HttpStatusCode.Conflict)).Code);
        Assert.Equal(PaymentState.Paid, (await office.CashAsync(late, 8_000)).Fee.State); // Monday is another day.
    }

    [FactNeeding("pdftotext", "pdfsig")]
    public async Task A_receipt_is_replaced_or_cancelled_once_and_its_paper_says_so()
    {
        await using var office = await Office.OpenAsync();
        var (code, second) = (await office.OwingAsync(), await office.OwingAsync());
        var number = (await office.CashAsync(code, 8_000)).Fee.Receipts[0].Number;
        var before = PaperText.Of(await office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/receipts/1"));

        var replaced = await office.As(Cashier).ActAsync(code, "receipt-cancellation", new CancellationForm(number, "Sai tên người nộp", Replace: true));
        var twice = await office.As(Cashier).SendActAsync(code, "receipt-cancellation", new CancellationForm(number, "Lần nữa", Replace: false))
            .ProblemAsync(HttpStatusCode.Conflict);
        var mistaken = (await office.CashAsync(second, 8_000)).Fee.Receipts[0].Number;
        var cancelled = await office.As(Cashier).ActAsync(second, "receipt-cancellation", new CancellationForm(mistaken, "Ghi nhầm hồ sơ", Replace: false));

        Assert.Contains("Tám nghìn đồng", before, StringComparison.Ordinal);
        Assert.Contains(number, before, StringComparison.Ordinal);
        Assert.Equal((8_000L, "receipt-gone"), (replaced.Fee.Paid, twice.Code));
        Assert.Equal((0L, PaymentState.Due), (cancelled.Fee.Paid, cancelled.Fee.State));
        Assert.Contains(
            "ĐÃ THAY THẾ bằng biên lai " + replaced.Fee.Receipts[1].Number,
            PaperText.Of(await office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/receipts/1")), StringComparison.Ordinal);
        Assert.Contains(
            "ĐÃ HỦY: Ghi nhầm hồ sơ", PaperText.Of(await office.As("mai").GetByteArrayAsync($"/api/dossiers/{second}/receipts/1")), StringComparison.Ordinal);
        Assert.Equal(8_000, (await DayAsync(office, "2026-11-20")).Booked);
    }

    [Fact]
    public async Task Cash_of_a_closed_day_is_not_cancelled_but_given_back()
    {
        await using var office = await Office.OpenAsync();
        var code = await office.OwingAsync();
        var number = (await office.CashAsync(code, 8_000)).Fee.Receipts[0].Number;
        (await CloseAsync(office, new ClosingForm(8_000))).EnsureSuccessStatusCode();

        var refused = await office.As(Cashier).SendActAsync(code, "receipt-cancellation", new CancellationForm(number, "Ghi nhầm", Replace: false))
            .ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal("cash-day-closed", refused.Code);
    }

    [Fact]
    public async Task A_supervisor_sees_sums_and_another_office_nothing()
    {
        await using var office = await Office.OpenAsync();
        await office.CashAsync(await office.OwingAsync(), 8_000);

        var sums = await DayAsync(office, "2026-11-20", "supervisor-muong-ang");
        var foreign = await office.As("cashier-muong-phang").GetAsync($"/api/offices/{office.OfficeOf(Cashier)}/cash/2026-11-20")
            .ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal((8_000L, 0), (sums.Booked, sums.Collectors.Single().Receipts.Count));
        Assert.Equal("payment-not-your-office", foreign.Code);
    }

    private static Task<HttpResponseMessage> CloseAsync(Office office, ClosingForm form) =>
        office.As(Cashier).PostAsJsonAsync($"/api/offices/{office.OfficeOf(Cashier)}/cash/2026-11-20/closing", form, OfficeJson.Options);

    private static async Task<CashDayView> DayAsync(Office office, string day, string persona = Cashier) =>
        await Counter.ReadAsync<CashDayView>(await office.As(persona).GetAsync($"/api/offices/{office.OfficeOf(Cashier)}/cash/{day}"), HttpStatusCode.OK);
}
