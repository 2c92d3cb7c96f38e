using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Submission;

/// <summary>What a dossier costs is known from the moment it is filed.</summary>
public sealed class FilingFeeTests
{
    [Fact]
    public async Task A_copy_filed_online_is_due_and_accepted_all_the_same()
    {
        await using var office = await Office.OpenAsync();
        var receipt = await office.As("mai").FileAsync(Extract(office) with { Fee = new FeeFactsForm(Copies: 3) });

        var accepted = await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");

        Assert.Equal((PaymentState.Due, 24_000L, 24_000L), (receipt.Fee.State, receipt.Fee.Total, receipt.Fee.Left));
        Assert.Equal((Phase.Received, PaymentState.Due), (accepted.Phase, accepted.Fee.State));
    }

    [Fact]
    public async Task What_is_paid_at_the_counter_is_paid_from_the_start()
    {
        await using var office = await Office.OpenAsync();
        var filing = Filings.CertifiedCopy(office.OfficeOf("clerk-muong-ang")) with
        {
            Fee = new FeeFactsForm(Copies: 2, Pages: 4),
            Paid = new FeePaidForm(12_000, "BL-AA/26E 000124")
        };

        var receipt = await office.As("clerk-muong-ang").FileAsync(filing);

        Assert.Equal((PaymentState.Paid, 12_000L, 0L), (receipt.Fee.State, receipt.Fee.Total, receipt.Fee.Left)); // 2 × (2,000 + 2,000 + 1,000 + 1,000)
        Assert.Equal("BL-AA/26E 000124", Assert.Single(receipt.Fee.Receipts).Number);
    }

    [Fact]
    public async Task A_birth_registered_on_time_is_free_and_late_it_is_not()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = office.As("clerk-muong-ang");
        var receipt = await clerk.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang")) with { Channel = Channel.Counter });

        var late = await clerk.ActAsync(receipt.Code, "fee", new FeeFactsForm(Cases: ["qua-han"]));
        var paid = await office.As("cashier-muong-ang").ActAsync(receipt.Code, "payment", new FeeForm(8_000, "BL 7"));

        Assert.Equal((PaymentState.Nothing, 0L), (receipt.Fee.State, receipt.Fee.Total));
        Assert.Equal((PaymentState.Due, null), (late.Fee.State, late.Fee.Total));
        Assert.Equal((PaymentState.Paid, 8_000L), (paid.Fee.State, paid.Fee.Total));
    }

    [Fact]
    public async Task A_dossier_that_was_refused_owes_nothing()
    {
        await using var office = await Office.OpenAsync();
        var receipt = await office.As("mai").FileAsync(Extract(office));

        var refused = await office.As("clerk-muong-ang").ActAsync(receipt.Code, "refusal", new ReasonForm("Không thuộc thẩm quyền", "Luật Hộ tịch, Điều 63"));

        Assert.Equal(PaymentState.Nothing, refused.Fee.State);
    }

    [Fact]
    public async Task A_citizen_does_not_say_what_was_paid()
    {
        await using var office = await Office.OpenAsync();

        var paid = await office.As("mai").SendFilingAsync(Extract(office) with { Paid = new FeePaidForm(8_000, "BL 1") })
            .ProblemAsync(HttpStatusCode.Forbidden);
        var unknown = await office.As("clerk-muong-ang")
            .SendFilingAsync(Extract(office) with { Channel = Channel.Counter, Fee = new FeeFactsForm(Cases: ["qua-han"]) })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var none = await office.As("mai").SendFilingAsync(Extract(office) with { Fee = new FeeFactsForm(Copies: 0) }).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Equal(("fee-not-yours", "fee-case-unknown", "field-number-invalid"), (paid.Code, unknown.Code, none.Code));
    }

    private static FilingForm Extract(Office office) =>
        Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")).Asking("2.000635") with { PlaceUnit = Filings.MuongAng };
}
