using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

public class CheckDocumentTests
{
    [Fact]
    public async Task A_paper_is_pending_until_it_is_checked_and_unscanned_where_nobody_scans()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var id = await mai.SendFileAsync(SampleScans.Pdf(pages: 2, pixels: 1400));

        var before = await CheckAsync(mai, id);
        await office.DeliverMessagesAsync();
        var after = await CheckAsync(mai, id);

        Assert.Equal("pending", before.GetProperty("state").GetString());
        Assert.Equal("unscanned", after.GetProperty("state").GetString());
        var findings = after.GetProperty("findings");
        Assert.Equal(
            ("pdf", 2, 169), (findings.GetProperty("kind").GetString(), findings.GetProperty("pages").GetInt32(), findings.GetProperty("dpi").GetInt32()));
        var finding = findings.GetProperty("findings").EnumerateArray().Single();
        Assert.Equal(("too-few-dpi", "warning"), (finding.GetProperty("code").GetString(), finding.GetProperty("weight").GetString()));
        Assert.Contains("khó đọc", finding.GetProperty("text").GetProperty("vi").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>", "unknown-kind")]
    [InlineData("%PDF-1.7 and nothing more", "corrupt")]
    public async Task What_cannot_be_used_is_refused_with_the_reason(string content, string because)
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var id = await mai.SendFileAsync(System.Text.Encoding.ASCII.GetBytes(content), "giấy tờ.pdf");

        await office.DeliverMessagesAsync();

        var check = await CheckAsync(mai, id);
        Assert.Equal("refused", check.GetProperty("state").GetString());
        Assert.Equal(because, check.GetProperty("findings").GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_message_delivered_twice_checks_once()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var id = await mai.SendFileAsync(SampleScans.Png());
        await office.DeliverMessagesAsync();
        var first = await CheckAsync(mai, id);
        office.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(UploadId.TryParse(id, out var upload));

        await office.The<IQueueSender>().SendAsync(QueueMessage.Of(Queues.DocumentsToCheck, "again", new DocumentToCheck(upload)), default);
        await office.DeliverMessagesAsync();

        Assert.Equal(first.GetProperty("at").GetString(), (await CheckAsync(mai, id)).GetProperty("at").GetString());
    }

    [FactNeeding("clamd")]
    public async Task Malware_is_found_by_a_real_antivirus_and_a_clean_paper_is_clean()
    {
        await using var clamd = await ClamDaemon.StartAsync();
        await using var office = await Office.OpenAsync(settings: Antivirus(clamd.Port));
        using var mai = office.As("mai");
        var eicar = await mai.SendFileAsync(ClamDaemon.Eicar);
        var hidden = await mai.SendFileAsync([.. SampleScans.Pdf(), .. ClamDaemon.Eicar]);
        var clean = await mai.SendFileAsync(SampleScans.Pdf(pixels: 2480));

        await office.DeliverMessagesAsync();

        Assert.Equal(("refused", "infected"), await StateAsync(mai, eicar));
        Assert.Equal(("refused", "infected"), await StateAsync(mai, hidden));
        Assert.Equal(("clean", null), await StateAsync(mai, clean));
    }

    [FactNeeding("clamd")]
    public async Task While_the_antivirus_is_down_papers_wait_and_are_checked_when_it_is_back()
    {
        var port = ClamDaemon.FreePort();
        await using var office = await Office.OpenAsync(settings: Antivirus(port));
        using var mai = office.As("mai");
        var id = await mai.SendFileAsync(SampleScans.Pdf(pixels: 2480));

        await office.DeliverMessagesAsync();
        Assert.Equal(("pending", null), await StateAsync(mai, id));

        await using var clamd = await ClamDaemon.StartAsync(port);
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await office.DeliverMessagesAsync();
        Assert.Equal(("clean", null), await StateAsync(mai, id));
    }

    [Fact]
    public async Task A_paper_waits_for_a_scanner_that_works_by_itself()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var id = await mai.SendFileAsync(SampleScans.Pdf(pixels: 2480));
        var scanner = new ScannerOfItsOwn();
        using var checks = ActivatorUtilities.CreateInstance<PaperChecks>(office.The<IServiceProvider>(), scanner);

        var early = await checks.CheckAsync(MessageOf(id), attempt: 1, default);
        Assert.Equal((TimeSpan.FromSeconds(5), "pending"), (early.RetryIn, (await StateAsync(mai, id)).Item1));

        scanner.Verdict = new VirusVerdict(Scanned: true);
        Assert.Equal(Outcome.Done, await checks.CheckAsync(MessageOf(id), attempt: 2, default));
        Assert.Equal(("clean", null), await StateAsync(mai, id));
    }

    [Fact]
    public async Task A_paper_that_the_scanner_passes_over_is_never_called_clean()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var id = await mai.SendFileAsync(SampleScans.Pdf(pixels: 2480));
        using var checks = ActivatorUtilities.CreateInstance<PaperChecks>(office.The<IServiceProvider>(), new ScannerOfItsOwn());

        var tries = 1;
        var waited = TimeSpan.Zero;
        while (await checks.CheckAsync(MessageOf(id), tries, default) is { RetryIn: { } pause })
        {
            (tries, waited) = (tries + 1, waited + pause);
        }

        Assert.Equal(("unscanned", null), await StateAsync(mai, id));
        Assert.InRange(waited, TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(40));
    }

    private static DocumentToCheck MessageOf(string id) => UploadId.TryParse(id, out var upload) ? new(upload) : throw new FormatException(id);

    private static string[] Antivirus(int port) => ["--Antivirus:Host=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--Antivirus:Port={port}")];

    private static async Task<JsonElement> CheckAsync(HttpClient http, string id) =>
        (await (await http.GetAsync($"/api/uploads/{id}")).ReadAsync()).GetProperty("check");

    private static async Task<(string?, string?)> StateAsync(HttpClient http, string id)
    {
        var check = await CheckAsync(http, id);
        var first = check.TryGetProperty("findings", out var findings) ? findings.GetProperty("findings").EnumerateArray().FirstOrDefault() : default;
        return (check.GetProperty("state").GetString(), first.ValueKind is JsonValueKind.Object ? first.GetProperty("code").GetString() : null);
    }

    /// <summary>Like the storage's own in Azure: it comes to a file when it does, and only tells.</summary>
    private sealed class ScannerOfItsOwn : IVirusScanner
    {
        public VirusVerdict? Verdict { get; set; }

        public Task<VirusVerdict?> ScanAsync(BlobName paper, ReadOnlyMemory<byte> file, CancellationToken ct) => Task.FromResult(Verdict);
    }
}
