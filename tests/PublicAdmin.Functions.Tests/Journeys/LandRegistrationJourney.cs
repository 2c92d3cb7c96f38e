using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

public class LandRegistrationJourney
{
    [Fact]
    public async Task Land_is_registered_at_a_counter_over_two_supplements_and_with_the_help_of_the_land_office()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var clerk = office.As("clerk-muong-phang");
        var (commune, landOffice) = (office.OfficeOf("clerk-muong-phang"), office.OfficeOf("officer-land"));

        var form = await ScanAsync(clerk, "Đơn đăng ký đất đai", "Mẫu số 15");
        var code = (await clerk.FileAsync(Filings.Land(commune, form))).Code;
        var accepted = await clerk.ActAsync(code, "acceptance");

        // 20 working days, 10 more because the commune is difficult: a vector of the domain facts.
        Assert.Equal(new DateTime(2027, 1, 5), accepted.Deadline!.PromisedAt.Date);

        await office.As("officer-muong-phang").ActAsync(code, "taking");
        var first = await AskAndGiveAsync(office, code, "so-do", "Sơ đồ thửa đất", days: 3);
        var second = await AskAndGiveAsync(office, code, "giay-to-dat", "Giấy tờ về nguồn gốc đất", days: 5);
        Assert.Equal(2, second.SupplementRounds);
        Assert.Equal(accepted.Deadline.PromisedAt, second.Deadline!.PromisedAt);
        Assert.True(first.Deadline!.DueAt > accepted.Deadline.DueAt && second.Deadline.DueAt > first.Deadline.DueAt);

        var landOfficer = office.As("officer-land");
        await office.As("officer-muong-phang").ActAsync(code, "transfer", new TransferForm(landOffice, "Đo đạc, trích lục bản đồ địa chính"));
        await office.DeliverMessagesAsync();
        Assert.Equal(code, Assert.Single(await landOfficer.WorkAsync("list=received")).Code);
        await landOfficer.ActAsync(code, "taking");
        await landOfficer.ActAsync(code, "transfer", new TransferForm(commune, "Đã trích lục, chuyển lại để trình ký"));
        await office.ProcessToTheEndAsync("muong-phang", code, "GCN 001");

        var history = await office.As("supervisor-muong-phang").HistoryAsync(code);
        Assert.Equal(2, history.Count(line => line.What == "transferred"));
        Assert.Equal(Phase.Returned, (await office.As("clerk-muong-phang").ReadDossierAsync(code)).Phase);
    }

    private static async Task<PaperForm> ScanAsync(HttpClient clerk, params string[] lines)
    {
        var scan = await clerk.SendFileAsync(VietnameseScan.Of(lines), $"{lines[0]}.pdf", Filings.Thanh.PersonalNumber);
        return new PaperForm("don", scan);
    }

    private static async Task<DossierView> AskAndGiveAsync(Office office, DossierCode code, string component, string what, int days)
    {
        var item = new SupplementItem(what, "Chưa có trong hồ sơ", component, "Nghị định 101/2024/NĐ-CP, Điều 28");
        await office.As("officer-muong-phang").ActAsync(code, "supplement-request", new SupplementRequestForm([item], "Vàng A Páo, 0215 3 812 345"));
        office.Clock.Advance(TimeSpan.FromDays(days));

        var clerk = office.As("clerk-muong-phang");
        var paper = await ScanAsync(clerk, what, $"Bổ sung lần {days}");
        return await clerk.ActAsync(code, "supplement", new SupplementForm([paper with { Component = component }], "Công dân mang đến quầy"));
    }
}
