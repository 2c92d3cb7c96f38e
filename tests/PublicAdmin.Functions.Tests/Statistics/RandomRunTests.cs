using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>
/// People do whatever comes to their minds, hours pass, the process dies in the middle of counting: the equations hold always, and the books made anew are the
/// same.
/// </summary>
public class RandomRunTests
{
    private const int Commands = 700;

    private static readonly string[] Places = ["muong-ang", "muong-phang", "dien-bien-phu"];

    private static readonly (string Role, string Act, object? Body)[] Acts =
    [
        ("clerk", "acceptance", null), ("clerk", "acceptance", null), ("clerk", "refusal", new ReasonForm("Không thuộc thẩm quyền", "Luật Hộ tịch")),
        ("clerk", "supplement-request", Supplement()), ("officer", "supplement-request", Supplement()),
        ("mai", "supplement", new SupplementForm(Note: "Đã bổ sung")),
        ("officer", "taking", null), ("officer", "taking", null),
        ("officer", "proposal", Proposals.MaritalStatus), ("officer", "proposal", Proposals.Birth),
        ("leader", "approval", null), ("leader", "approval", null), ("registrar", "issue", null), ("registrar", "issue", null),
        ("clerk", "return", new ReturnForm()),
        ("officer", "suspension", new SuspensionForm("Nộp thuế", "Luật Đất đai", 120_000)), ("officer", "resumption", new ResumptionForm("Đã nộp")),
        ("officer", "posting", new PostingForm("Niêm yết", "Luật Đất đai", 2)),
        ("leader", "stop", new ReasonForm("Có quyết định của tòa án", "Thông tư 03/2025/TT-VPCP")),
        ("mai", "withdrawal", new WithdrawalForm("Nộp nhầm")), ("cashier", "fee", new FeeForm(8_000, "AB/26 0001")),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_equations_hold_whatever_people_do_and_whenever_the_process_dies(int seed)
    {
        var random = new Random(seed);
        await using var office = await Office.OpenInMemoryAsync("2026-11-02T02:00Z");
        var (codes, done, deaths) = (new List<(DossierCode Code, string Place)>(), 0, 0);
        for (var n = 0; n < Commands; n++)
        {
            done += await StepAsync(office, random, codes) ? 1 : 0;
            if (random.Next(25) == 0)
            {
                deaths += await CountAndDieAsync(office, random) ? 1 : 0;
            }

            if (n % 125 == 124)
            {
                await BooksTests.AssertBalancedAsync(office);
                await AssertViewsAgreeAsync(office);
            }
        }

        await office.The<BookShelf>().BeginAsync(default);
        await BooksTests.RollUpAsync(office);
        Assert.True((await office.The<BookShelf>().RebuiltAsync(default))!.Equal);
        Assert.True(done > Commands / 6, $"Only {done} commands were possible.");
        Assert.True(deaths > 0);
    }

    private static async Task<bool> StepAsync(Office office, Random random, List<(DossierCode Code, string Place)> codes)
    {
        office.Clock.Advance(TimeSpan.FromMinutes(random.Next(random.Next(8) == 0 ? 1_500 : 20)));
        if (codes.Count < 5 || random.Next(6) == 0)
        {
            var place = Places[random.Next(Places.Length)];
            var filed = await office.As("mai").SendFilingAsync(FilingOf(office.OfficeOf($"clerk-{place}"), random));
            if (filed.StatusCode is HttpStatusCode.Created)
            {
                codes.Add(((await Counter.ReadAsync<FilingReceipt>(filed, HttpStatusCode.Created)).Code, place));
            }

            return filed.IsSuccessStatusCode;
        }

        var (code, where) = codes[random.Next(codes.Count)];
        var (role, act, body) = Acts[random.Next(Acts.Length)];
        var actor = office.As(role is "mai" ? role : $"{role}-{where}");
        var sent = await actor.SendActAsync(code, act, act switch
        {
            "approval" => new ApprovalForm(await ProposedAsync(actor, code)),
            "issue" => new IssueForm($"{random.Next(100_000)}/KQ"),
            _ => body,
        });
        return sent.IsSuccessStatusCode;
    }

    /// <summary>Counts, and dies at some step of it three times out of four.</summary>
    private static async Task<bool> CountAndDieAsync(Office office, Random random)
    {
        await office.DeliverMessagesAsync();
        if (random.Next(4) > 0)
        {
            office.DieAt(random.Next(1, 60));
        }

        var died = await Record.ExceptionAsync(() => office.RunTimerAsync(nameof(RollUpStatistics))) is not null;
        await office.RestartAsync();
        return died;
    }

    // By competent, receiving and holding office the same dossiers are counted, each once.
    private static async Task AssertViewsAgreeAsync(Office office)
    {
        var period = Period.Of(new DateOnly(2026, 11, 1), DateOnly.FromDateTime(office.Clock.GetUtcNow().AddHours(7).DateTime), office.Clock.GetUtcNow());
        var reader = office.The<BookReader>();
        var province = await reader.ReadAsync(View.Competent, CellKey.Province, period, default);
        foreach (var view in Enum.GetValues<View>())
        {
            var lines = await reader.ReadOfficesAsync(
                view, [.. office.The<PublicAdmin.Offices.OfficeDirectory>().Codes, PublicAdmin.Statistics.Facts.Fact.Unknown], Dimension.All, "", period,
                default);
            Assert.All(lines, line => Assert.True(line.Tally.Balances, $"{view} {line.Value}"));
            var sum = PeriodTally.Sum(lines.Select(line => line.Tally));
            Assert.Equal(
                (province.Received, province.Resolved, province.Overdue, province.Flow[Measure.Filed]),
                (sum.Received, sum.Resolved, sum.Overdue, sum.Flow[Measure.Filed]));
        }
    }

    private static FilingForm FilingOf(string place, Random random) => random.Next(3) switch
    {
        0 => Filings.MaritalStatus(place),
        1 => Filings.Birth(place),
        _ => Filings.MaritalStatus(place) with { ResidenceUnit = Filings.MuongPhang },
    };

    private static async Task<string> ProposedAsync(HttpClient leader, DossierCode code)
    {
        var answer = await leader.GetAsync($"/api/dossiers/{code}");
        return answer.IsSuccessStatusCode ? (await Counter.ReadAsync<DossierView>(answer, HttpStatusCode.OK)).Proposal?.Hash ?? "" : "";
    }

    private static SupplementRequestForm Supplement() =>
        new([new SupplementItem("Giấy tờ", "Thiếu thông tin", null, "Luật Hộ tịch")], "Lò Văn Hoa, 0912345678");
}
