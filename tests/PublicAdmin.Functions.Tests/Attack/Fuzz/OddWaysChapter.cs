using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>What happens to dossiers off the straight way: supplements, suspensions, transfers, refusals, delays, revocations.</summary>
internal static class OddWaysChapter
{
    private const string Place = DeskChapter.Place;

    public static async Task GoAsync(FuzzedOffice office)
    {
        await EndedAsync(office);
        await PausedAsync(office);
        await MovedAsync(office);
        await PostedAsync(office);
        await RevisedAsync(office);
        await RevokedAsync(office);
    }

    private static async Task EndedAsync(FuzzedOffice office)
    {
        var (refused, withdrawn, stopped) = (await DeskChapter.FiledAsync(office), await DeskChapter.FiledAsync(office), await DeskChapter.TakenAsync(office));
        await office.SayAsync(
            $"clerk-{Place}", $"POST /api/dossiers/{refused}/refusal", new { reason = "Không thuộc thẩm quyền", ground = "Luật Hộ tịch, Điều 13" });
        await office.SayAsync("mai", $"POST /api/dossiers/{withdrawn}/withdrawal", new { reason = "Nộp nhầm" });
        await office.SayAsync("mai", $"POST /api/dossiers/{withdrawn}/correction-notes", new { about = "Ngày sinh", text = "01/02/1990" });
        await office.SayAsync(
            $"leader-{Place}", $"POST /api/dossiers/{stopped}/stop", new { reason = "Có quyết định của tòa án", ground = "Thông tư 03/2025/TT-VPCP, Điều 7" });
    }

    private static async Task PausedAsync(FuzzedOffice office)
    {
        var code = await DeskChapter.TakenAsync(office);
        await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{code}/verification", new { reason = "Xác minh nơi cư trú." });
        var form = new SupplementRequestForm([new("Tờ khai", "Chưa ký", "to-khai")], "Lò Thị Hương");
        await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{code}/supplement-request", form);
        await office.SayAsync("mai", $"POST /api/dossiers/{code}/supplement", new { note = "Đã ký." });
    }

    private static async Task MovedAsync(FuzzedOffice office)
    {
        var code = await DeskChapter.TakenAsync(office);
        await office.SayAsync($"leader-{Place}", $"POST /api/dossiers/{code}/assignment", new { handler = OfficePeople.IdOf($"officer-{Place}") });
        await office.SayAsync(
            $"officer-{Place}", $"POST /api/dossiers/{code}/transfer", new { office = office.OfficeOf("officer-land"), reason = "Xin ý kiến về thửa đất" });
        var center = Filings.MaritalStatus(office.OfficeOf("clerk-center")) with { Channel = Channel.Counter, ResidenceUnit = null };
        var unknown = (await office.As("clerk-center").FileAsync(center)).Code;
        await office.SayAsync("clerk-center", $"POST /api/dossiers/{unknown}/competence", new { office = office.OfficeOf($"clerk-{Place}") });
        var proxied = Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")) with { Proxy = new("Quàng Văn Thanh", "011078000456", "Giấy ủy quyền 12") };
        var authority = (await office.As("thanh").FileAsync(proxied)).Code;
        await office.SayAsync("mai", $"POST /api/dossiers/{authority}/authority", new { confirmed = true });
        await office.SayAsync("mai", $"GET /api/dossiers/{authority}/tracking-secret");
        await office.SayAsync(
            $"clerk-{Place}", $"POST /api/dossiers/{authority}/tracking-secret", new { personalNumber = Filings.Mai.PersonalNumber, proof = "identityCard" });
    }

    private static async Task<string> LandAsync(FuzzedOffice office)
    {
        var clerk = office.As("clerk-muong-phang");
        var scan = await clerk.SendFileAsync(VietnameseScan.Of("Đơn đăng ký đất đai"), "don.pdf", Filings.Thanh.PersonalNumber);
        var code = (await clerk.FileAsync(Filings.Land(office.OfficeOf("clerk-muong-phang"), new PaperForm("don", scan)))).Code;
        await office.SayAsync("clerk-muong-phang", $"POST /api/dossiers/{code}/acceptance");
        await office.SayAsync("officer-muong-phang", $"POST /api/dossiers/{code}/taking");
        return code.ToString();
    }

    private static async Task PostedAsync(FuzzedOffice office)
    {
        var (posted, suspended) = (await LandAsync(office), await LandAsync(office));
        await office.SayAsync(
            "officer-muong-phang", $"POST /api/dossiers/{posted}/posting", new { reason = "Niêm yết", ground = "Nghị định 101/2024/NĐ-CP" });
        await office.SayAsync(
            "officer-muong-phang", $"POST /api/dossiers/{suspended}/suspension",
            new
            {
                reason = "Nộp tiền sử dụng đất",
                ground = "Luật Đất đai 31/2024/QH15, Điều 153",
                amount = 12_500_000,
                payee = "Kho bạc Nhà nước, TK 7111",
                payBy = "2026-12-20"
            });
        await office.SayAsync(
            "officer-muong-phang", $"POST /api/dossiers/{suspended}/resumption", new { reason = "Đã nộp", proof = "Giấy nộp tiền 0001234" });
    }

    private static async Task RevisedAsync(FuzzedOffice office)
    {
        var code = await DeskChapter.TakenAsync(office);
        var proposal = await office.As($"officer-{Place}").ProposalAsync(DossierCode.Parse(code));
        await office.SayAsync($"officer-{Place}", $"POST /api/dossiers/{code}/proposal", proposal);
        await office.SayAsync($"leader-{Place}", $"GET /api/dossiers/{code}/paper-to-sign");
        await office.SayAsync($"leader-{Place}", $"GET /api/dossiers/{code}/paper-to-sign/pages");
        await office.SayAsync($"leader-{Place}", $"POST /api/dossiers/{code}/revision", new { reason = "Viết lại tên" });
    }

    private static async Task RevokedAsync(FuzzedOffice office)
    {
        var code = await DeskChapter.FinishedAsync(office);
        await office.SayAsync($"leader-{Place}", $"POST /api/dossiers/{code}/result-revocation", new { reason = "Sai ngày sinh" });
    }
}
