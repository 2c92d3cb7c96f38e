using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace PublicAdmin.Load;

/// <summary>
/// What an old system leaves, as one file: looked through, decided on, brought in while the office is killed in between, counted. At the end the books must say
/// what the file says.
/// </summary>
internal static class Carryover
{
    private const int Kills = 3;

    // Lines come in for two minutes at a time and are told of then.
    private static readonly TimeSpan Still = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private const string Head =
        "ma_ho_so_cu;ma_tthc;ma_don_vi;ten_chu_ho_so;loai_doi_tuong;so_dinh_danh;kenh;ngay_nop;ngay_tiep_nhan;ngay_hen_tra;trang_thai\n";

    private static readonly string[] Communes = ["H18.61", "H18.88", "H18.96"];

    public static async Task MeasureAsync(int lines)
    {
        var (file, folder) = (FileOf(lines, n => new DateOnly(2026, 10, (n % 20) + 1)), Directory.CreateTempSubdirectory("office-load-").FullName);
        var office = await OfficeProcess.StartAsync(folder);
        try
        {
            var watch = Stopwatch.StartNew();
            var id = await CommitAsync(office, file);
            Report.Print("carry-over: lines looked through a second", lines / watch.Elapsed.TotalSeconds, "");
            Report.Print("  memory of the office, peak", Memories.PeakOf(office.Pid), "MB", Targets.Megabytes);
            watch.Restart();
            for (var kill = 0; kill < Kills; kill++)
            {
                office = await KilledAsync(office, folder);
            }

            await BroughtInAsync(office, id, Pause);
            Report.Print($"  brought in a second, killed {Kills} times meanwhile", lines / watch.Elapsed.TotalSeconds, "");
            await CountedAsync(office, lines);
            Report.Print("  counted as carried over", await CountedAsync(office), $"of {lines}");
            Report.Print("  memory of the office, peak", Memories.PeakOf(office.Pid), "MB", Targets.Megabytes);
        }
        finally
        {
            await office.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    // In the middle of whatever it does after a minute: it brings lines in for two of every three.
    private static async Task<OfficeProcess> KilledAsync(OfficeProcess office, string folder)
    {
        await Task.Delay(TimeSpan.FromSeconds(70));
        office.Kill();
        await office.DisposeAsync();
        return await OfficeProcess.StartAsync(folder);
    }

    /// <param name="lines">How many.</param>
    /// <param name="dayOf">On which day the n-th was received.</param>
    internal static byte[] FileOf(int lines, Func<int, DateOnly> dayOf)
    {
        var text = new StringBuilder(Head);
        for (var n = 0; n < lines; n++)
        {
            var day = dayOf(n);
            text.Append(CultureInfo.InvariantCulture, $"000.00/{n:D6};1.004873;{Communes[n % 3]};Lò Văn {n};1;;{(n % 3) + 1};{day:dd/MM/yyyy} 08:00;")
                .Append(CultureInfo.InvariantCulture, $"{day:dd/MM/yyyy} 09:00;31/12/2026 17:00;4\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static async Task<string> CommitAsync(OfficeProcess office, byte[] file)
    {
        using var http = await AdministratorAsync(office);
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var made = await (await http.PostAsync("/api/imports", content)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var id = made.GetProperty("id").GetString()!;
        (await http.PostAsync($"/api/imports/{id}/commit", null)).EnsureSuccessStatusCode();
        return id;
    }

    /// <summary>Waits until every line of an import is in.</summary>
    internal static Task BroughtInAsync(OfficeProcess office, string id, TimeSpan every) => Waiting.UntilAsync(
        async () =>
        {
            var import = await AskAsync(office, $"/api/imports/{id}");
            var (state, loaded) = (import.GetProperty("state").GetString(), import.GetProperty("loaded").GetInt64());
            return new Seen(state is "done", string.Create(CultureInfo.InvariantCulture, $"carrying over, {loaded:N0} in"));
        },
        Still, every);

    private static Task CountedAsync(OfficeProcess office, int lines) => Waiting.UntilAsync(
        async () =>
        {
            var counted = await CountedAsync(office);
            return new Seen(counted >= lines, string.Create(CultureInfo.InvariantCulture, $"{counted:N0} of {lines:N0} counted"));
        },
        Still, Pause);

    private static async Task<long> CountedAsync(OfficeProcess office) =>
        (await AskAsync(office, "/api/statistics")).GetProperty("total").GetProperty("numbers").TryGetProperty("carried", out var carried)
            ? carried.GetInt64() : 0;

    internal static async Task<JsonElement> AskAsync(OfficeProcess office, string address)
    {
        using var http = await AdministratorAsync(office);
        return await http.GetFromJsonAsync<JsonElement>(address);
    }

    internal static async Task<HttpClient> AdministratorAsync(OfficeProcess office)
    {
        var http = new HttpClient { BaseAddress = new Uri($"http://{office.Address}"), Timeout = TimeSpan.FromMinutes(10) };
        var token = await (await http.PostAsJsonAsync("/dev/tokens", new { persona = "administrator-province" })).Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        return http;
    }
}
