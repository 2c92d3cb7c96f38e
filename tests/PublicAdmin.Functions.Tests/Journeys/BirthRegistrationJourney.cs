using PublicAdmin.Dossiers;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

public class BirthRegistrationJourney
{
    [Fact]
    public async Task A_mother_registers_a_birth_online_and_has_the_result_the_same_day()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var mai = office.As("mai");

        var scan = await mai.SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH", "Họ và tên mẹ: Lò Thị Mai", "Dự định đặt tên con: Lò Minh An"));
        var receipt = await mai.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm("chung-sinh", scan)));
        await office.DeliverMessagesAsync();

        var clerk = office.As("clerk-muong-ang");
        Assert.Equal(receipt.Code, Assert.Single(await clerk.WorkAsync("list=registered")).Code);
        var accepted = await clerk.ActAsync(receipt.Code, "acceptance");
        Assert.Equal(DateTimeOffset.Parse("2026-11-20T17:00+07:00"), accepted.Deadline!.PromisedAt);

        await office.ProcessToTheEndAsync("muong-ang", receipt.Code, "12/GKS");
        await office.DeliverMessagesAsync();

        var result = (await mai.ReadDossierAsync(receipt.Code)).Result;
        Assert.Equal(("12/GKS", Decision.Grant), (result!.Number, result.Outcome));
        var tracked = await office.Http.TrackAsync(receipt.Code, receipt.Secret);
        Assert.Equal((10, "Đã trả kết quả"), (tracked.StatusCode, tracked.Status.Vi));
        Assert.Equal(7, tracked.Timeline.Count);
        Assert.Empty(await clerk.WorkAsync());
    }

    [Fact]
    public async Task Before_it_is_returned_the_citizen_does_not_see_the_result()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var mai = office.As("mai");
        var receipt = await mai.FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(receipt.Code, "taking");

        await office.DecideAsync("muong-ang", receipt.Code);

        var seen = await mai.ReadDossierAsync(receipt.Code);
        Assert.Equal((9, Phase.Issued), (seen.StatusCode, seen.Phase));
        Assert.Null(seen.Result);
        Assert.Null(seen.Proposal);
    }
}
