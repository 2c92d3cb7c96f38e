using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>
/// The real program, killed before and after each thing it writes while it files a dossier and while it accepts one. After each death it
/// is started again and the client sends the same request again, as a phone on a bad line does.
/// </summary>
public sealed class KilledAtEveryStepTests : IDisposable
{
    private const int TooMany = 60;

    // Every so many steps, beginning with the first.
    private static readonly int Stride = HowMany.Of("KILL_STRIDE", 3);

    private readonly KilledOffice _office = new();

    [Fact]
    public async Task Filing_leaves_one_dossier_per_request_and_no_serial_unexplained()
    {
        await OpenAsync();
        var receipts = new List<FilingReceipt>();
        var deaths = await KillAtEachStepAsync(
            async step => await (await AsAsync("mai")).SendFilingAsync(await FormAsync(), KeyOf(step)),
            async step => receipts.Add(await (await AsAsync("mai")).FileAsync(await FormAsync(), KeyOf(step))));

        Assert.True(deaths >= 6 / Stride, $"Filing writes at least three times, so it can die six times; it died {deaths} times.");
        Assert.Equal(receipts.Count, receipts.Select(receipt => receipt.Code).Distinct().Count());
        await EventuallyAsync(async () => Assert.Equal(receipts.Count, (await (await AsAsync("clerk-muong-ang")).WorkAsync("limit=100")).Count));
        var day = receipts[0].SubmittedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var balance = await (await AsAsync("auditor-province")).GetFromJsonAsync<SerialBalance>(
            $"/api/offices/{receipts[0].Receipt}/serials?day={day}", OfficeJson.Stored);
        Assert.True(balance!.Balances);
        Assert.Equal(receipts.Count, balance.Dossiers);
    }

    [Fact]
    public async Task An_acceptance_is_done_once_and_every_list_follows()
    {
        await OpenAsync();
        var accepted = new List<DossierCode>();
        var deaths = await KillAtEachStepAsync(
            async step =>
            {
                var clerk = await AsAsync("clerk-muong-ang");
                var code = await FiledAsync(step);
                await clerk.SendActAsync(code, "acceptance", key: KeyOf(step));
                await EventuallyAsync(async () => Assert.Contains(await clerk.WorkAsync("list=received&limit=100"), item => item.Code == code));
            },
            async step =>
            {
                var code = await FiledAsync(step);
                var answer = await (await AsAsync("clerk-muong-ang")).SendActAsync(code, "acceptance", key: KeyOf(step));
                Assert.Equal(2, (await Counter.ReadAsync<DossierView>(answer, System.Net.HttpStatusCode.OK)).Version);
                accepted.Add(code);
            },
            before: async step => await (await AsAsync("mai")).FileAsync(await FormAsync(), KeyOf(step)),
            byHand: false);

        Assert.True(deaths >= 6 / Stride,
            $"The act, what follows from it and its lists are written one after the other, so it can die six times; it died {deaths} times.");
        await EventuallyAsync(async () => Assert.Equal(
            accepted.Select(code => code.ToString()).Order(),
            (await (await AsAsync("clerk-muong-ang")).WorkAsync("list=received&limit=100")).Select(item => item.Code.ToString()).Order()));
        foreach (var code in accepted)
        {
            Assert.Equal(["submitted", "accepted"], (await (await AsAsync("clerk-muong-ang")).HistoryAsync(code)).Select(line => line.What));
        }
    }

    public void Dispose() => _office.Dispose();

    /// <summary>Dies at each step of what <paramref name="act"/> writes, until it lives through all of it.</summary>
    /// <returns>How often it died while acting.</returns>
    private async Task<int> KillAtEachStepAsync(Func<int, Task> act, Func<int, Task> again, Func<int, Task>? before = null, bool byHand = true)
    {
        var deaths = 0;
        for (var step = 1; step < TooMany; step += Stride)
        {
            await (before?.Invoke(step) ?? Task.CompletedTask);
            _office.Kill();
            // By hand nothing is delivered, so each step is one of the act's own.
            var diedAtStart = !await _office.StartAsync($"--Embedded:ManualTriggers={byHand}", $"--Embedded:DieAt={step}");
            var lived = !diedAtStart && await LivesThroughAsync(() => act(step));
            deaths += diedAtStart || lived ? 0 : 1;
            await ReopenAsync();
            await again(step);
            if (lived)
            {
                return deaths;
            }
        }

        throw new InvalidOperationException("It never lived through the act.");
    }

    private async Task<bool> LivesThroughAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception seen) when (KilledOffice.IsDeath(seen))
        {
            await _office.UntilDeadAsync();
            return false;
        }
    }

    private Task OpenAsync() => _office.StartAsync("--Embedded:SampleData=false");

    private async Task ReopenAsync()
    {
        if (_office.IsAlive)
        {
            _office.Kill();
        }

        Assert.True(await _office.StartAsync("--Embedded:SampleData=false"));
    }

    private async Task<FilingForm> FormAsync()
    {
        var me = await (await AsAsync("clerk-muong-ang")).GetFromJsonAsync<JsonElement>("/api/me");
        return Filings.MaritalStatus(me.GetProperty("duties")[0].GetProperty("office").GetString()!);
    }

    private async Task<DossierCode> FiledAsync(int step) => (await (await AsAsync("mai")).FileAsync(await FormAsync(), KeyOf(step))).Code;

    private static string KeyOf(int step) => string.Create(CultureInfo.InvariantCulture, $"mat-dien-{step:D4}");

    private Task<HttpClient> AsAsync(string persona) => _office.AsAsync(persona);

    private static async Task EventuallyAsync(Func<Task> check)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await check();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (tries < 300)
            {
                await Task.Delay(100);
            }
        }
    }
}
