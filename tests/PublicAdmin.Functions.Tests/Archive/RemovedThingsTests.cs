using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Petitions;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Payments;
using PublicAdmin.Tests.Petitions;
using PublicAdmin.Tests.Support;
using PublicAdmin.Tracking;

namespace PublicAdmin.Tests.Archive;

/// <summary>What goes with no dossier is removed when its term in the register is over, and not before; what a hold needs stays.</summary>
public sealed class RemovedThingsTests
{
    private const string Place = Paying.Place;

    [Fact]
    public async Task From_which_network_somebody_guessed_is_forgotten_a_day_after_the_guesses_were_counted()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")))).Code;
        await office.Http.PostAsJsonAsync("/api/tracking", new TrackingForm(code.ToString(), "0000000000"));

        await office.RemoveAtAsync("2026-11-20T19:50Z");
        var kept = await office.PartitionsAsync(Tables.RateLimits);
        await office.RemoveAtAsync("2026-11-22T19:50Z");

        Assert.Contains(kept, partition => partition.StartsWith("tracking", StringComparison.Ordinal));
        Assert.DoesNotContain(await office.PartitionsAsync(Tables.RateLimits), partition => partition.StartsWith("tracking", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_petition_goes_five_years_after_its_answer_and_what_was_counted_of_it_stays()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var place = office.OfficeOf($"clerk-{Place}");
        var held = await EndedAsync(office);
        var plain = await SentAsync(office, "key-of-answered", place);
        var waiting = await SentAsync(office, "key-of-waiting", place);
        var about = await SentAsync(office, "key-of-held", null, held);
        await PetitionDoors.AnswerAsync(office, $"leader-{Place}", place, plain.Petition.Id);
        await PetitionDoors.AnswerAsync(office, "supervisor-province", place, about.Petition.Id);
        await office.HoldAsync(held, lift: false);
        var counted = (await PetitionDoors.IndexAsync(office, place)).Select(line => line.Points).ToList();

        await office.RemoveAtAsync("2031-11-19T19:50Z");
        Assert.Equal(3, (await PetitionDoors.ListAsync(office, $"leader-{Place}", place)).Items.Count);
        await office.RemoveAtAsync("2031-11-21T19:50Z");
        await office.RemoveAtAsync("2031-11-22T19:50Z");

        var left = (await PetitionDoors.ListAsync(office, $"leader-{Place}", place)).Items.Select(one => one.Id).Order();
        Assert.Equal(new[] { waiting.Petition.Id, about.Petition.Id }.Order(), left);
        await AssertGoneAsync(office, plain);
        await office.HoldAsync(held, lift: true);
        await office.RemoveAtAsync("2031-11-23T19:50Z");
        Assert.Equal([waiting.Petition.Id], (await PetitionDoors.ListAsync(office, $"leader-{Place}", place)).Items.Select(one => one.Id));
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-20T03:00Z", CultureInfo.InvariantCulture));
        Assert.Equal(counted, (await PetitionDoors.IndexAsync(office, place)).Select(line => line.Points));
    }

    private static async Task AssertGoneAsync(Office office, PetitionReceipt sent)
    {
        var tracked = await office.Http.PostAsJsonAsync(
            "/api/petition-tracking", new PetitionTrackingForm(sent.Petition.Id, sent.Secret), OfficeJson.Options);
        var keys = await office.The<ITables>()[Tables.Statistics].ReadAllAsync(RowRange.All("petitions"), default).Select(row => row.Key).ToListAsync();
        Assert.Equal(HttpStatusCode.NotFound, tracked.StatusCode);
        Assert.DoesNotContain(keys, key => key.Contains(sent.Petition.Id, StringComparison.Ordinal));
    }

    private static Task<PetitionReceipt> SentAsync(Office office, string key, string? place, DossierCode? about = null) => PetitionDoors.FileAsync(
        about is null ? office.Http : office.As("mai"), new(PetitionKind.Behaviour, $"Phải quay lại ba lần ({key}).", place, Dossier: about?.ToString()), key);

    private static async Task<DossierCode> EndedAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")))).Code;
        await office.As("mai").ActAsync(code, "withdrawal", new WithdrawalForm("Đổi ý"));
        return code;
    }
}
