using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PublicAdmin.Dossiers;
using PublicAdmin.Statistics.Carryover;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>What the old system leaves comes in whole or not at all, with the dates it promised, and nobody gets a letter for it.</summary>
public class CarryoverTests
{
    private const string Morning = "2026-11-20T02:00Z";
    internal const string Head =
        "ma_ho_so_cu;ma_tthc;ma_don_vi;ten_chu_ho_so;loai_doi_tuong;so_dinh_danh;kenh;ngay_nop;ngay_tiep_nhan;ngay_hen_tra;trang_thai;ngay_yeu_cau_bo_sung;ngay_ket_thuc\n";

    [Fact]
    public async Task A_file_is_looked_through_decided_on_and_comes_in_with_its_own_dates()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");

        var import = await ImportAsync(office, Lines(place));
        await office.DeliverMessagesAsync();
        var figures = (await office.The<BookReader>()
            .ReadAsync(View.Competent, place, Period.Of(new(2026, 11, 1), new(2026, 11, 20), office.Clock.GetUtcNow()), default));

        Assert.Equal((ImportState.Done, 5L, 5L), (import.State, import.Loaded, import.Report.Lines));
        Assert.Equal(import.Report.Lines, import.Report.Counts.Values.Sum());
        Assert.Equal(
            (4, 1, 1, 1, 1), (figures.Carried, figures.Received, figures.Overdue, figures.Closing(Measure.Supplement), figures.Flow[Measure.Withdrawn]));
        var kept = await office.As("supervisor-muong-ang").ReadDossierAsync(DossierCode.Parse($"{place}-261012-0007"));
        Assert.Equal(DateTimeOffset.Parse("2026-11-30T17:00+07:00", CultureInfo.InvariantCulture), kept.Deadline!.PromisedAt);
        await BooksTests.AssertBalancedAsync(office);
    }

    [Fact]
    public async Task No_letter_goes_out_and_no_rung_fires_for_what_was_before()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        await ImportAsync(office, Lines(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();

        await office.RunTimerAsync("EscalateDeadlines");
        await office.DeliverMessagesAsync();

        Assert.Empty(Directory.Exists(Path.Combine(office.Folder, "mail")) ? Directory.GetFiles(Path.Combine(office.Folder, "mail")) : []);
    }

    [Fact]
    public async Task What_the_old_system_knew_besides_is_counted_or_kept_in_words_and_an_unknown_column_is_refused_by_name()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var head = $"{Head.TrimEnd('\n')};so_lan_bo_sung;ngay_gia_han;da_xin_loi;can_bo;phi_da_nop;ghi_chu";
        var line = $"CU-1;1.004873;{place};Lò Văn A;1;;2;;12/10/2026;02/11/2026 17:00;9;;06/11/2026;2;20/10/2026;1;Quàng Thị Hoa;8000;Hẹn gọi lại";

        var strange = await CheckAsync(office, $"{line};x\n", $"{head};mau_so\n");
        var wrong = await CheckAsync(office, $"{line.Replace(";2;20/10/2026;1;", ";hai;20.10;có;", StringComparison.Ordinal)}\n", $"{head}\n");
        var import = await ImportAsync(office, $"{line}\n", $"{head}\n");
        await office.DeliverMessagesAsync();
        var flow = (await office.The<BookReader>()
            .ReadAsync(View.Competent, place, Period.Of(new(2026, 11, 1), new(2026, 11, 20), office.Clock.GetUtcNow()), default)).Flow;

        Assert.Equal(("mau_so", "unknown-column", 1L), strange.Report.Errors.Select(error => (error.Column, error.Code, error.Line)).Single());
        Assert.Equal(
            [("da_xin_loi", "not-yes-or-no"), ("ngay_gia_han", "not-a-date"), ("so_lan_bo_sung", "not-a-number")],
            wrong.Report.Errors.Select(error => (error.Column, error.Code)).Order());
        Assert.Equal((ImportState.Done, 1L), (import.State, import.Loaded));
        Assert.Equal((1, 0, 1), (flow[Measure.LateApology], flow[Measure.LateNoApology], flow[Measure.NationalLate]));
        await BooksTests.AssertBalancedAsync(office);
    }

    [Fact]
    public async Task Every_error_names_line_column_and_reason_and_then_nothing_comes_in()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var lines = $"A1;9.999999;{place};Lò Văn A;1;;2;;12/10/2026;30/11/2026 "
            + $"17:00;4;;\nA2;1.004873;{place};Lò Văn B;1;;2;;31/02/2026;30/11/2026;4;;\nA2;1.004873;{place};;1;;2;;12/10/2026;30/11/2026;9;;\n";

        var import = await CheckAsync(office, lines);
        var refused = await office.As("administrator-province").PostAsync($"/api/imports/{import.Id}/commit", null).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal("import-has-errors", refused.Code);
        Assert.Equal(
            [(2, "ma_tthc", "unknown-procedure"), (3, "ngay_tiep_nhan", "not-a-date"), (4, "ten_chu_ho_so", "missing"), (4, "ngay_ket_thuc", "missing")],
            import.Report.Errors.Select(error => ((int)error.Line, error.Column, error.Code)));
        await BooksTests.RollUpAsync(office);
        Assert.Equal(
            0, (await office.The<BookReader>()
                .ReadAsync(View.Competent, place, Period.Of(new(2026, 11, 1), new(2026, 11, 20), office.Clock.GetUtcNow()), default)).Carried);
    }

    [Fact]
    public async Task An_import_killed_at_any_step_comes_in_whole_and_once()
    {
        for (var step = 1; ; step += 7)
        {
            await using var office = await Office.OpenInMemoryAsync(Morning);
            var place = office.OfficeOf("clerk-muong-ang");
            var checkedImport = await CheckAsync(office, Lines(place));
            await office.As("administrator-province").PostAsync($"/api/imports/{checkedImport.Id}/commit", null);
            office.DieAt(step);
            var died = await Record.ExceptionAsync(() => office.RunTimerAsync(nameof(RollUpStatistics)));
            await office.RestartAsync();
            await office.RunTimerAsync(nameof(RollUpStatistics));

            var figures = await office.The<BookReader>()
                .ReadAsync(View.Competent, place, Period.Of(new(2026, 11, 1), new(2026, 11, 20), office.Clock.GetUtcNow()), default);
            Assert.Equal((4, 1), (figures.Carried, figures.Received));
            if (died is null)
            {
                return;
            }
        }
    }

    /// <summary>One in process with a code of our shape, one overdue, one awaiting a supplement, one withdrawn, one received this month.</summary>
    private static string Lines(string place) =>
        $"{place}-261012-0007;1.004873;{place};Lò Văn A;1;011195000999;2;12/10/2026 08:00;12/10/2026 09:00;30/11/2026 17:00;4;;\n"
        + $"000.00.12/2026/77;1.004873;{place};Lò Văn B;1;;1;;20/10/2026;03/11/2026 17:00;2;;\n"
        + $"CU-3;1.004873;{place};Lò Văn C;1;;3;;20/10/2026;30/11/2026 17:00;5;22/10/2026;\n"
        + $"CU-4;1.004873;{place};Hợp tác xã D;2;5600123456;1;;20/10/2026;30/11/2026 17:00;7;;05/11/2026 10:00\n"
        + $"CU-5;2.000815;{place};Lò Văn E;1;;1;;02/11/2026 08:00;03/11/2026 17:00;10;;03/11/2026 10:00\n";

    internal static async Task<Import> ImportAsync(Office office, string lines, string head = Head)
    {
        var import = await CheckAsync(office, lines, head);
        Assert.Empty(import.Report.Errors);
        var committed = await office.As("administrator-province").PostAsync($"/api/imports/{import.Id}/commit", null);
        Assert.Equal(HttpStatusCode.Accepted, committed.StatusCode);
        await office.RunTimerAsync(nameof(RollUpStatistics));
        return await Counter.ReadAsync<Import>(await office.As("administrator-province").GetAsync($"/api/imports/{import.Id}"), HttpStatusCode.OK);
    }

    private static async Task<Import> CheckAsync(Office office, string lines, string head = Head)
    {
        var content = new ByteArrayContent([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(head + lines)]);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await Counter.ReadAsync<Import>(await office.As("administrator-province").PostAsync("/api/imports", content), HttpStatusCode.OK);
    }
}
