using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Embedded.Messages;
using PublicAdmin.Platform;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>
/// The office dies before and after each thing it writes while a filed case brings about its parts, and while a finished part brings the case on. Opened again
/// it has one dossier for each part, and the case has heard of each step once.
/// </summary>
public sealed class LinkedCaseKilledTests
{
    private const int TooMany = 160;

    [Fact]
    public async Task However_often_it_dies_a_case_has_one_dossier_for_its_part()
    {
        await using var office = await Office.OpenInMemoryAsync("2026-11-20T02:00Z");
        var cases = new List<FilingReceipt>();
        var deaths = await DieAtEachStepAsync(office, async step => cases.Add(await FileAsync(office, step)));

        Assert.True(deaths >= 8, $"It writes the part, its lists, the case and its lists; it died {deaths} times.");
        Assert.Equal(cases.Count, (await office.As("clerk-muong-ang").WorkAsync("list=registered&limit=100")).Count);
        foreach (var code in cases.Select(one => one.Code))
        {
            Assert.Equal(["submitted", "partOpened"], (await office.As("clerk-muong-ang").HistoryAsync(code)).Select(line => line.What));
            await office.PartAsync(code, "khai-sinh");
        }

        var balance = await office.As("auditor-province").GetFromJsonAsync<SerialBalance>(
            $"/api/offices/{cases[0].Receipt}/serials?day=2026-11-20", OfficeJson.Stored);
        Assert.True(balance!.Balances);
        Assert.Equal(2 * cases.Count, balance.Dossiers);
    }

    [Fact]
    public async Task However_often_it_dies_the_case_hears_of_the_end_of_a_part_once()
    {
        await using var office = await Office.OpenInMemoryAsync("2026-11-20T02:00Z");
        var births = new List<(DossierCode Case, DossierCode Birth)>();
        await DieAtEachStepAsync(office, async step =>
        {
            var receipt = await FileAsync(office, step);
            await office.DeliverMessagesAsync();
            births.Add((receipt.Code, await office.PartAsync(receipt.Code, "khai-sinh")));
            await office.As("clerk-muong-ang").ActAsync(births[^1].Birth, "refusal", new { reason = "Trùng hồ sơ", ground = "Luật Hộ tịch" });
        });

        foreach (var code in births.Select(one => one.Case))
        {
            Assert.Equal(
                ["submitted", "partOpened", "partMoved", "partMoved", "partMoved"],
                (await office.As("clerk-muong-ang").HistoryAsync(code)).Select(line => line.What));
            Assert.Equal(Phase.NotAccepted, await office.PhaseOfAsync(code));
        }
    }

    private static Task<FilingReceipt> FileAsync(Office office, int step) =>
        office.As("mai").FileAsync(Filings.LinkedBirth(office.OfficeOf("clerk-muong-ang")), $"lien-thong-{step:D4}");

    /// <summary>
    /// Dies before the first, second, third… thing that is written when what <paramref name="before"/> brought about is delivered, until it lives through all
    /// of it. To die after one is to die before the next.
    /// </summary>
    private static async Task<int> DieAtEachStepAsync(Office office, Func<int, Task> before)
    {
        for (var step = 1; step < TooMany; step += 2)
        {
            await before(step);
            office.DieAt(step);
            var died = await DiesAsync(office);
            await office.RestartAsync();
            await office.DeliverMessagesAsync();
            if (!died)
            {
                return step / 2;
            }
        }

        throw new InvalidOperationException("It never lived through what it delivers.");
    }

    // A dead office settles nothing, so what it cannot settle comes back for ever: a living one is done in far fewer rounds.
    private static async Task<bool> DiesAsync(Office office)
    {
        try
        {
            for (var round = 0; round < 40; round++)
            {
                if (!await office.The<QueueTriggers>().DeliverAsync(atOnce: 1, CancellationToken.None))
                {
                    return false;
                }
            }

            return true;
        }
        catch (OfficeKilledException)
        {
            return true;
        }
    }
}
