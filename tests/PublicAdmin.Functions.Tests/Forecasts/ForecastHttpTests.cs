using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forecasts;
using PublicAdmin.Tests.Deadlines;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Forecasts;

/// <summary>A ward that finishes one pension a day, for a month of virtual time.</summary>
public sealed class ForecastHttpTests
{
    [Fact]
    public async Task A_supervisor_sees_what_will_be_late_and_who_could_take_it()
    {
        await using var office = await Office.OpenAsync(at: "2026-10-12T00:30Z");
        var late = await office.LiveAsync("2026-10-12", days: 20, filedADay: 1);
        foreach (var serial in Enumerable.Range(101, 12)) // twelve at once: more than ten days' work
        {
            late = await office.ReceiveAsync("2026-11-09 09:00", serial);
        }

        office.Clock.GoTo(Given.At("2026-11-10 08:00"));
        var forecast = await office.ForecastAsync("supervisor-dien-bien-phu");

        var procedure = Assert.Single(forecast.GetProperty("procedures").EnumerateArray().ToList());
        Assert.InRange(procedure.GetProperty("perWorkingDay").GetDouble(), 0.8, 1);
        var breaches = forecast.GetProperty("breaches").EnumerateArray().ToList();
        Assert.Equal(late.ToString(), breaches[^1].GetProperty("code").GetString());
        Assert.True(breaches[^1].GetProperty("lateDays").GetDouble() > 1);
        Assert.Equal(OfficePeople.IdOf("officer-dien-bien-phu"), breaches[^1].GetProperty("couldTake")[0].GetProperty("id").GetString());
        Assert.Equal(procedure.GetProperty("breaches").GetInt32(), breaches.Count);
    }

    [Fact]
    public async Task Every_morning_is_kept_once_and_judged_five_working_days_later()
    {
        await using var office = await Office.OpenAsync(at: "2026-10-12T00:30Z");
        await office.LiveAsync("2026-10-12", days: 30, filedADay: 1);

        var forecast = await office.ForecastAsync("leader-dien-bien-phu");

        var past = forecast.GetProperty("past");
        Assert.InRange(forecast.GetProperty("pastForecasts").GetInt32(), 14, 16);
        Assert.True(past.GetProperty("judged").GetInt32() > 10);
        Assert.InRange(past.GetProperty("meanErrorDays").GetDouble(), 0, 3);
    }

    [Fact]
    public async Task The_timer_run_twice_or_by_two_hosts_keeps_one_forecast()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-09T00:30Z");
        var code = await office.ReceiveAsync("2026-11-09 09:00", serial: 1);
        office.Clock.GoTo(Given.At("2026-11-10 06:00"));

        await Task.WhenAll(office.RunTimerAsync(nameof(KeepForecasts)), office.RunTimerAsync(nameof(KeepForecasts)));
        await office.RecordAsync(code, new Withdrawn(null, ADossier.ByMai));
        await office.DeliverMessagesAsync();
        office.Clock.GoTo(Given.At("2026-11-17 06:00"));
        await Task.WhenAll(office.RunTimerAsync(nameof(KeepForecasts)), office.RunTimerAsync(nameof(KeepForecasts)));

        var forecast = await office.ForecastAsync("supervisor-dien-bien-phu");
        Assert.Equal(1, forecast.GetProperty("pastForecasts").GetInt32());
        Assert.Equal(0, forecast.GetProperty("past").GetProperty("judged").GetInt32()); // withdrawn: says nothing
    }

    [Theory]
    [InlineData("supervisor-dien-bien-phu", HttpStatusCode.OK)]
    [InlineData("supervisor-province", HttpStatusCode.OK)]
    [InlineData("leader-muong-ang", HttpStatusCode.Forbidden)]
    [InlineData("officer-dien-bien-phu", HttpStatusCode.Forbidden)]
    [InlineData("mai", HttpStatusCode.Forbidden)]
    public async Task It_is_for_those_who_answer_for_the_office(string persona, HttpStatusCode expected)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-09T00:30Z");

        Assert.Equal(expected, (await office.As(persona).GetAsync($"/api/offices/{ADossier.Commune}/forecast")).StatusCode);
    }

    [Fact]
    public async Task An_office_that_is_none_is_not_found()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-09T00:30Z");

        Assert.Equal(HttpStatusCode.NotFound, (await office.As("supervisor-province").GetAsync("/api/offices/H18.9999/forecast")).StatusCode);
    }
}

internal static class ForecastOffice
{
    /// <summary>So many working days: the forecast is kept at six, pensions come at nine and each is finished on the third day after.</summary>
    public static async Task<DossierCode> LiveAsync(this Office office, string from, int days, int filedADay)
    {
        var (waiting, last) = (new Queue<DossierCode>(), (DossierCode?)null);
        for (var (day, left) = (Given.Day(from), days); left > 0; day = day.AddDays(1))
        {
            office.Clock.GoTo(WorkingTime.At(day, new TimeOnly(6, 0)));
            await office.RunTimerAsync(nameof(KeepForecasts));
            if (!Given.Calendar.IsWorkingDay(day))
            {
                continue;
            }

            left--;
            office.Clock.GoTo(WorkingTime.At(day, new TimeOnly(9, 0)));
            foreach (var serial in Enumerable.Range(1, filedADay))
            {
                waiting.Enqueue(last = await office.ReceiveAsync($"{day:yyyy-MM-dd} 09:00", serial));
            }

            if (waiting.Count > 3)
            {
                await office.FinishAsync(waiting.Dequeue());
            }
        }

        return last!;
    }

    /// <summary>Officer, leader and registrar of the ward do their part now.</summary>
    public static async Task FinishAsync(this Office office, DossierCode code)
    {
        var stamp = new Stamp(office.Clock.GetUtcNow(), OfficePeople.IdOf("officer-dien-bien-phu"), "Officer", ADossier.Commune);
        var store = office.The<DossierStore>();
        foreach (var decide in (Func<Dossier, DossierEvent>[])
        [
            dossier => dossier.Take(stamp).Value,
            dossier => dossier.Propose(Decision.Grant, "Đủ điều kiện", "Nội dung", stamp).Value,
            dossier => new Approved(dossier.Proposal!.Hash, stamp with { By = OfficePeople.IdOf("leader-dien-bien-phu") }),
            dossier => dossier.Issue("1/QĐ", new DateOnly(2026, 11, 1), stamp).Value,
        ])
        {
            await office.RecordAsync(code, decide((await store.FindAsync(code, default))!.Dossier));
        }

        await office.DeliverMessagesAsync();
    }

    public static async Task<JsonElement> ForecastAsync(this Office office, string persona) =>
        await office.As(persona).GetFromJsonAsync<JsonElement>($"/api/offices/{ADossier.Commune}/forecast");
}
