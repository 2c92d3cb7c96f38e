using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

/// <summary>Money comes in once, never more than is owed, may come late, and no account stays open for ever.</summary>
public sealed class MoneyTests
{
    [Fact]
    public async Task A_result_is_not_handed_over_before_its_fee_is_paid()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ExtractAsync(office);
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.DecideAsync("muong-ang", code, "12/TLKS-BS");
        await office.DeliverMessagesAsync();

        var unpaid = await office.As("clerk-muong-ang").SendActAsync(code, "return", new ReturnForm()).ProblemAsync(HttpStatusCode.Conflict);
        var waiting = await office.As("clerk-muong-ang").ReadDossierAsync(code);
        await office.As("cashier-muong-ang").ActAsync(code, "payment", new FeeForm(8_000, "AA/26 0000123"));
        var returned = await office.As("clerk-muong-ang").ActAsync(code, "return", new ReturnForm());

        Assert.Equal("fee-before-return", unpaid.Code);
        Assert.Contains("8.000 đồng", unpaid.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(Act.Return, waiting.MayDo);
        Assert.Equal(Phase.Returned, returned.Phase);
    }

    [Fact]
    public async Task Where_the_procedure_says_so_the_result_goes_first_and_the_fee_is_booked_after()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        await LetGoUnpaidAsync(office, "2.000635", new DateOnly(2026, 11, 23));
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-23T02:00Z", CultureInfo.InvariantCulture));
        var code = await ExtractAsync(office);
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.DecideAsync("muong-ang", code, "12/TLKS-BS");
        await office.DeliverMessagesAsync();
        await office.As("clerk-muong-ang").ActAsync(code, "return", new ReturnForm());

        var paid = await office.As("cashier-muong-ang").ActAsync(code, "payment", new FeeForm(8_000, "AA/26 0000123"));

        Assert.Equal((Phase.Returned, PaymentState.Paid), (paid.Phase, paid.Fee.State));
        Assert.DoesNotContain(Act.RecordFee, paid.MayDo);
    }

    [Theory]
    [InlineData(8_001, HttpStatusCode.UnprocessableEntity, "fee-more-than-owed")]
    [InlineData(5_000_000, HttpStatusCode.UnprocessableEntity, "fee-more-than-owed")]
    [InlineData(0, HttpStatusCode.BadRequest, "field-number-invalid")]
    [InlineData(-1, HttpStatusCode.BadRequest, "field-number-invalid")]
    public async Task Never_more_than_is_owed(long amount, HttpStatusCode status, string refusal)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ExtractAsync(office);

        var problem = await office.As("cashier-muong-ang").SendActAsync(code, "payment", new FeeForm(amount, "BL 1")).ProblemAsync(status);

        Assert.Equal(refusal, problem.Code);
    }

    [Fact]
    public async Task A_receipt_is_booked_once_on_one_dossier_or_two()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (first, second, third) = (await ExtractAsync(office), await ExtractAsync(office), await ExtractAsync(office));
        await office.As("cashier-muong-ang").ActAsync(first, "payment", new FeeForm(4_000, "AA/26 0000123"));

        var same = await office.As("cashier-muong-ang").SendActAsync(first, "payment", new FeeForm(4_000, "aa/26 0000123 "))
            .ProblemAsync(HttpStatusCode.Conflict);
        var other = await office.As("cashier-muong-ang").SendActAsync(second, "payment", new FeeForm(8_000, "AA/26 0000123"))
            .ProblemAsync(HttpStatusCode.Conflict);
        var both = await Task.WhenAll(
            office.As("cashier-muong-ang").SendActAsync(second, "payment", new FeeForm(8_000, "AA/26 0000124")),
            office.As("cashier-muong-ang").SendActAsync(third, "payment", new FeeForm(8_000, "AA/26 0000124")));

        Assert.Equal(("fee-receipt-taken", "fee-receipt-taken"), (same.Code, other.Code));
        Assert.Contains(first.ToString(), other.Detail, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task A_filing_cannot_be_paid_with_a_receipt_booked_elsewhere_or_with_more_than_it_costs()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var first = await ExtractAsync(office);
        await office.As("cashier-muong-ang").ActAsync(first, "payment", new FeeForm(8_000, "BL 7"));
        var form = Extract(office);

        var booked = await office.As("clerk-muong-ang").SendFilingAsync(form with { Paid = new FeePaidForm(8_000, "BL 7") })
            .ProblemAsync(HttpStatusCode.Conflict);
        var tooMuch = await office.As("clerk-muong-ang").SendFilingAsync(form with { Paid = new FeePaidForm(80_000, "BL 8") })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("fee-receipt-taken", "fee-more-than-owed"), (booked.Code, tooMuch.Code));
    }

    [Fact]
    public async Task The_account_of_a_withdrawn_dossier_is_closed_on_a_ground_and_then_takes_nothing_more()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ExtractAsync(office);
        await office.As("clerk-muong-ang").ActAsync(code, "withdrawal", new WithdrawalForm("Công dân đổi ý"));

        var closed = await office.As("leader-muong-ang")
            .ActAsync(code, "fee-closure", new FeeClosureForm(FeeOutcome.Waived, "Hồ sơ rút trước khi giải quyết, Thông tư 85/2019/TT-BTC"));
        var late = await office.As("cashier-muong-ang").SendActAsync(code, "payment", new FeeForm(8_000, "BL 9")).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal((PaymentState.Nothing, FeeOutcome.Waived), (closed.Fee.State, closed.Fee.Closure!.Outcome));
        Assert.Equal("fee-nothing-owed", late.Code);
    }

    [Fact]
    public async Task Whoever_took_the_money_does_not_decide_to_give_it_back()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ExtractAsync(office);
        await office.As("cashier-muong-ang").ActAsync(code, "payment", new FeeForm(8_000, "BL 10"));
        await office.As("clerk-muong-ang").ActAsync(code, "withdrawal", new WithdrawalForm("Công dân đổi ý"));
        var refund = new FeeClosureForm(FeeOutcome.Refunded, "Chưa giải quyết", 8_000);

        var own = await office.As("cashier-muong-ang").SendActAsync(code, "fee-closure", refund).ProblemAsync(HttpStatusCode.Forbidden);
        var tooMuch = await office.As("leader-muong-ang").SendActAsync(code, "fee-closure", refund with { Refund = 9_000 })
            .ProblemAsync(HttpStatusCode.BadRequest);
        var closed = await office.As("leader-muong-ang").ActAsync(code, "fee-closure", refund);

        Assert.Equal(("fee-collector-refunds", "field-number-invalid"), (own.Code, tooMuch.Code));
        Assert.Equal((0L, 8_000L), (closed.Fee.Paid, closed.Fee.Closure!.Refunded));
    }

    [Fact]
    public async Task A_financial_duty_is_told_and_ends_with_proof_or_payment()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await LandAsync(office);
        var officer = office.As("officer-muong-phang");

        await officer.ActAsync(
            code, "suspension",
            new SuspensionForm(
                "Nộp tiền sử dụng đất", "Luật Đất đai 31/2024/QH15, Điều 153", 12_500_000, "Kho bạc Nhà nước, TK 7111", new DateOnly(2026, 12, 20)));
        var told = await office.As("clerk-muong-phang").ReadDossierAsync(code);
        var unproven = await officer.SendActAsync(code, "resumption", new ResumptionForm("Đã nộp")).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        office.Clock.Advance(TimeSpan.FromDays(5)); // Friday to Wednesday: Monday is worked, Tuesday the 24th is a holiday
        var resumed = await office.As("officer-muong-phang")
            .ActAsync(code, "resumption", new ResumptionForm("Đã nộp", "Giấy nộp tiền KBNN 001 ngày 24/11/2026"));

        Assert.Equal((12_500_000, "Kho bạc Nhà nước, TK 7111", new DateOnly(2026, 12, 20)), (told.Duty!.Amount, told.Duty.Payee, told.Duty.PayBy));
        Assert.Equal("duty-unproven", unproven.Code);
        Assert.Equal(Phase.Assigned, resumed.Phase);
        Assert.Contains(resumed.Fee.Items, item => item is { Id: FeeItem.DutyId, SettledBy: "Giấy nộp tiền KBNN 001 ngày 24/11/2026" });
        Assert.Equal(told.Deadline!.PromisedAt, resumed.Deadline!.PromisedAt);
        Assert.True(resumed.Deadline.DueAt > told.Deadline.DueAt);
    }

    [Fact]
    public async Task A_duty_paid_here_needs_no_other_proof()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await LandAsync(office);
        await office.As("officer-muong-phang").ActAsync(code, "suspension", new SuspensionForm("Nộp lệ phí trước bạ", "Nghị định 10/2022/NĐ-CP", 120_000));

        await office.As("cashier-muong-phang").ActAsync(code, "payment", new FeeForm(120_000, "BL 120"));
        var resumed = await office.As("officer-muong-phang").ActAsync(code, "resumption", new ResumptionForm());

        Assert.Equal(Phase.Assigned, resumed.Phase);
    }

    [Fact]
    public async Task A_procedure_without_a_duty_is_not_suspended_for_one()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ExtractAsync(office);
        await office.As("officer-muong-ang").ActAsync(code, "taking");

        var problem = await office.As("officer-muong-ang").SendActAsync(code, "suspension", new SuspensionForm("Nộp lệ phí", "Nghị quyết", 8_000))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("procedure-without-duty", problem.Code);
        Assert.DoesNotContain(Act.Suspend, (await office.As("officer-muong-ang").ReadDossierAsync(code)).MayDo);
    }

    private static FilingForm Extract(Office office) => new(
        "2.000635", office.OfficeOf("clerk-muong-ang"), Filings.Mai, Channel.Counter, ResidenceUnit: Filings.MuongAng, PlaceUnit: Filings.MuongAng,
        ReturnWay: ReturnWay.Counter, Form: ExampleAnswers.Of("2.000635"));

    private static async Task LetGoUnpaidAsync(Office office, string procedure, DateOnly from)
    {
        var present = office.The<ProcedureCatalogue>().Find(procedure, new DateOnly(2026, 11, 20))!;
        var version = present with { ValidFrom = from, ReturnsUnpaid = true };
        var added = await office.As("administrator-province").PostAsJsonAsync($"/api/procedures/{procedure}/versions", version, OfficeJson.Stored);
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
    }

    // An extract of the civil status books: 8,000 đồng a copy.
    private static async Task<DossierCode> ExtractAsync(Office office)
    {
        var code = (await office.As("clerk-muong-ang").FileAsync(Extract(office))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        return code;
    }

    private static async Task<DossierCode> LandAsync(Office office)
    {
        var clerk = office.As("clerk-muong-phang");
        var scan = await clerk.SendFileAsync(VietnameseScan.Of("Đơn đăng ký đất đai"), "don.pdf", Filings.Thanh.PersonalNumber);
        var code = (await clerk.FileAsync(Filings.Land(office.OfficeOf("clerk-muong-phang"), new PaperForm("don", scan)))).Code;
        await clerk.ActAsync(code, "acceptance");
        await office.As("officer-muong-phang").ActAsync(code, "taking");
        return code;
    }
}
