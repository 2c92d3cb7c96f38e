using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Dossiers;
using PublicAdmin.Offices;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Facts;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Load;

/// <summary>The public figures and the official reports in books of a thousand facts and of a million: they must cost the same.</summary>
internal static class FlatBooks
{
    private const int Rounds = 61;
    private const int Months = 10;
    private const int Procedures = 2;

    // A month that is over: what is asked for every day, and what a commune and the province hand in.
    private static readonly string[] Addresses = [
        "/api/statistics?by=office&period=2026-09", "/api/statistics?office=H18.61&period=2026-09", "/api/statistics/trend?office=H18.61",
        "/api/statistics/index766?period=2026-09", "/api/reports/II.06a?office=H18.61&period=2026-09", "/api/reports/07a?period=2026-09"];

    /// <summary>Both offices are open and asked in turns, so that what else the machine does meets both.</summary>
    public static Task MeasureAsync(int few, int many) => Books.InOfficeAsync(small => Books.InOfficeAsync(async large =>
    {
        await FillAsync(small, few);
        await FillAsync(large, many);
        using var one = await SupervisorOfAsync(small);
        using var other = await SupervisorOfAsync(large);
        Report.Note(string.Create(
            CultureInfo.InvariantCulture, $"made anew, median of {Rounds}: {few:N0} facts, {many:N0} facts, ratio; storage operations of each"));
        foreach (var address in Addresses)
        {
            await CompareAsync(address, (small, one), (large, other));
        }
    }));

    private static async Task FillAsync(WebApplication office, int facts)
    {
        var (books, rollUp) = (await office.Services.GetRequiredService<BookShelf>().PresentAsync(default), office.Services.GetRequiredService<RollUp>());
        var communes = office.Services.GetRequiredService<OfficeDirectory>().All(new DateOnly(2026, 1, 1)).Where(one => one.IsCommune).Select(one => one.Code)
            .ToList();
        var watch = Stopwatch.StartNew();
        foreach (var chunk in Enumerable.Range(0, facts).Chunk(5_000))
        {
            await rollUp.TakeAsync(books, [.. chunk.Select(n => FactOf(n, communes))], default);
        }

        Report.Print(string.Create(CultureInfo.InvariantCulture, $"books: {facts:N0} facts counted a second"), facts / watch.Elapsed.TotalSeconds, "");
    }

    // A thousand facts meet every office, month and procedure that a million do: answers of both have the same rows.
    private static Fact FactOf(int n, IReadOnlyList<string> communes)
    {
        var (office, month, day) = (communes[n % communes.Count], n / communes.Count % Months, n / communes.Count / Months / Procedures % 27);
        var at = new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.Zero).AddMonths(month).AddDays(day).AddMinutes(n % 300);
        Step[] steps =
        [
            new(at, Standing.Waiting, office), new(at.AddMinutes(20), Standing.Open, office),
            n % 10 == 0 ? new(at.AddHours(30), Standing.Overdue, office) : new(at.AddHours(20), n % 3 == 0 ? Standing.OnTime : Standing.Ahead, office),
        ];
        var procedure = n / communes.Count / Months % Procedures;
        return new Fact(
            DossierCode.Issue(office, DateOnly.FromDateTime(at.DateTime), (n / communes.Count) + 1), $"1.00{procedure:D4}", $"S{procedure}", (Intake)(n % 6),
            office, office, Marks.None, steps);
    }

    private static async Task<HttpClient> SupervisorOfAsync(WebApplication office)
    {
        var http = new HttpClient { BaseAddress = new Uri(office.Urls.First()) };
        var token = await (await http.PostAsJsonAsync("/dev/tokens", new { persona = "supervisor-province" })).Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        return http;
    }

    private static async Task CompareAsync(string address, (WebApplication Office, HttpClient Http) few, (WebApplication Office, HttpClient Http) many)
    {
        var times = (Few: new List<double>(), Many: new List<double>());
        var before = (Few: OperationsOf(few.Office), Many: OperationsOf(many.Office));
        for (var n = 0; n < 2 * Rounds; n++)
        {
            var (fewer, more) = n % 2 is 0
                ? (await AskAsync(few.Http, address, n), await AskAsync(many.Http, address, n))
                : Swapped(await AskAsync(many.Http, address, n), await AskAsync(few.Http, address, n));
            times.Few.Add(fewer);
            times.Many.Add(more);
        }

        var (a, b) = (Median(times.Few), Median(times.Many)); // The first half warms up.
        var each = (Few: (OperationsOf(few.Office) - before.Few) / (2.0 * Rounds), Many: (OperationsOf(many.Office) - before.Many) / (2.0 * Rounds));
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"  {address,-50}{a,8:N0} µs{b,8:N0} µs{b / a,7:N2}{each.Few,7:N1}{each.Many,7:N1}"));
    }

    private static async Task<double> AskAsync(HttpClient http, string address, int n)
    {
        var watch = Stopwatch.GetTimestamp();
        (await http.GetAsync($"{address}&n={n}")).EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(watch).TotalMicroseconds;
    }

    private static (double, double) Swapped(double many, double few) => (few, many);

    private static double Median(List<double> times) => times.Skip(Rounds).Order().ElementAt(Rounds / 2);

    private static long OperationsOf(WebApplication office) => office.Services.GetRequiredService<StorageMeter>().Totals is var totals
        ? totals[StorageOperation.TableRead] + totals[StorageOperation.TableScan] : 0;
}
