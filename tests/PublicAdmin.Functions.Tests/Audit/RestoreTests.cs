using System.Globalization;
using System.Text.Json;
using PublicAdmin.Audit;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>An office whose database is gone comes back from its folder, as it was when its last day was sealed.</summary>
public sealed class RestoreTests
{
    private static readonly string[] Offices = ["muong-ang", "muong-phang"];

    [Fact]
    public async Task Every_door_answers_the_same_after_the_database_was_thrown_away()
    {
        await using var office = await Office.OpenAsync();
        var codes = await DossiersInAllPhasesAsync(office);
        await office.SealUpToAsync("2026-11-20T18:10Z");
        await office.DeliverMessagesAsync();
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-21T02:00Z", CultureInfo.InvariantCulture));
        var before = await AskAllAsync(office, codes);
        Assert.StartsWith("200", before[$"mai /api/dossiers/{codes[4]}/result"]);
        Assert.StartsWith("200", before[$"mai /api/dossiers/{codes[7]}/documents/1"]);
        Assert.Equal(codes.Count, codes.Select(code => before[$"mai /api/dossiers/{code}"]).Distinct().Count());

        await office.RestartAsync(ThrowDatabaseAway, "--Embedded:Restore=true");

        var after = await AskAllAsync(office, codes);
        Assert.All(before, answer => Assert.Equal(answer.Value, after[answer.Key]));
    }

    [Fact]
    public async Task Nobody_is_written_to_again_and_the_office_works_on()
    {
        await using var office = await Office.OpenAsync();
        var codes = await DossiersInAllPhasesAsync(office);
        await office.SealUpToAsync("2026-11-20T18:10Z");
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-21T02:00Z", CultureInfo.InvariantCulture));
        var letters = Directory.GetFiles(Path.Combine(office.Folder, "mail")).Length;

        await office.RestartAsync(ThrowDatabaseAway, "--Embedded:Restore=true");
        await office.DeliverMessagesAsync();

        Assert.Equal(letters, Directory.GetFiles(Path.Combine(office.Folder, "mail")).Length);
        var proposed = codes[2];
        var leader = office.As("leader-muong-ang");
        await leader.ActAsync(proposed, "approval", new ApprovalForm((await leader.ReadDossierAsync(proposed)).Proposal!.Hash));
        await office.As("registrar-muong-ang").ActAsync(proposed, "issue", new IssueForm("88/2026"));
        await office.DeliverMessagesAsync();
        await office.PayWhatIsLeftAsync("muong-ang", proposed);
        Assert.Equal(Phase.Returned, (await office.As("clerk-muong-ang").ActAsync(proposed, "return", new ReturnForm())).Phase);
    }

    [Fact]
    public async Task A_code_given_out_after_the_last_seal_is_never_given_again()
    {
        await using var office = await Office.OpenAsync();
        await office.FileOneAsync();
        await office.SealUpToAsync("2026-11-20T18:10Z");
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-21T02:00Z", CultureInfo.InvariantCulture));
        var lost = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));

        await office.RestartAsync(ThrowDatabaseAway, "--Embedded:Restore=true");

        var next = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        Assert.Equal("0001", lost.Code.ToString().Split('-')[^1]);
        Assert.Equal(RestoredSerials.Skipped + 1, int.Parse(next.Code.ToString().Split('-')[^1], CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Broken_off_at_any_part_it_goes_on_and_ends_the_same()
    {
        await using var office = await Office.OpenAsync();
        var codes = await DossiersInAllPhasesAsync(office);
        await office.SealUpToAsync("2026-11-20T18:10Z");
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-21T02:00Z", CultureInfo.InvariantCulture));
        await office.RestartAsync(ThrowDatabaseAway, "--Embedded:Restore=true"); // Names the blobs, and restores once.
        await office.EmptyTablesAsync();

        await office.The<SealRestore>().StepAsync(default);
        for (var step = 5; ; step += 7)
        {
            office.DieAt(step);
            try
            {
                Assert.True((await office.The<SealRestore>().RunAsync(TimeSpan.MaxValue, default)).Value.Done);
                break;
            }
            catch (OfficeKilledException)
            {
                await office.RestartAsync();
            }
        }

        office.DieAt(int.MaxValue);
        foreach (var code in codes)
        {
            Assert.Equal(SealOutcome.Intact, (await office.CheckDossierAsync(code)).Outcome);
            Assert.NotNull(await office.As("mai").ReadDossierAsync(code));
        }
    }

    private static void ThrowDatabaseAway(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "office.db*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Registered, received, proposed, received, returned, registered, withdrawn, and one returned that came with a scanned paper.</summary>
    private static async Task<IReadOnlyList<DossierCode>> DossiersInAllPhasesAsync(Office office)
    {
        var (mai, clerk, officer) = (office.As("mai"), office.As("clerk-muong-ang"), office.As("officer-muong-ang"));
        var codes = new List<DossierCode>();
        for (var n = 0; n < 7; n++)
        {
            codes.Add((await mai.FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code);
        }

        await office.DeliverMessagesAsync();
        foreach (var code in codes.Skip(1).Take(4))
        {
            await clerk.ActAsync(code, "acceptance");
        }

        await officer.ActAsync(codes[2], "taking");
        await officer.ActAsync(codes[2], "proposal", Proposals.MaritalStatus);
        await office.ProcessToTheEndAsync("muong-ang", codes[4]);
        var scan = await mai.SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH", "Họ và tên mẹ: Lò Thị Mai"));
        codes.Add((await mai.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm("chung-sinh", scan)))).Code);
        await office.DeliverMessagesAsync();
        await clerk.ActAsync(codes[7], "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", codes[7], "13/GKS");
        await mai.ActAsync(codes[6], "withdrawal", new { reason = "Tôi nộp nhầm thủ tục." });
        await office.DeliverMessagesAsync();
        return codes;
    }

    private static async Task<Dictionary<string, string>> AskAllAsync(Office office, IReadOnlyList<DossierCode> codes)
    {
        List<(string Persona, string Address)> asked = [("mai", "/api/dossiers"), ("mai", "/api/wallet"), ("auditor-province", "/api/audit/days")];
        asked.AddRange(
            codes.SelectMany(code => new[] { "", "/history", "/deadline", "/result", "/documents/1" }.Select(part => ("mai", $"/api/dossiers/{code}{part}"))));
        asked.AddRange(Offices.Select(place => ($"supervisor-{place}", $"/api/work?office={office.OfficeOf($"clerk-{place}")}&limit=100")));
        asked.Add(("supervisor-muong-ang", "/api/search?q=L%C3%B2%20Th%E1%BB%8B%20Mai"));
        asked.Add(("supervisor-muong-ang", $"/api/offices/{office.OfficeOf("clerk-muong-ang")}/forecast"));
        asked.Add(("auditor-province", $"/api/offices/{office.OfficeOf("clerk-muong-ang")}/serials?day=2026-11-20"));
        asked.Add(("administrator-province", "/api/staff"));
        var answers = new Dictionary<string, string>();
        foreach (var (persona, address) in asked)
        {
            using var response = await office.As(persona).GetAsync(address);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            answers[$"{persona} {address}"] =
                $"{(int)response.StatusCode} {(response.Content.Headers.ContentType?.MediaType == "application/problem+json" ? CodeOf(bytes) : Convert.ToBase64String(bytes))}";
        }

        return answers;
    }

    private static string CodeOf(byte[] problem) => JsonDocument.Parse(problem).RootElement.GetProperty("code").GetString()!;
}
