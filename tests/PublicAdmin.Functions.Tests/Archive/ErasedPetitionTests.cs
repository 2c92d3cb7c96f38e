using System.Globalization;
using System.Net;
using System.Text.Json;
using PublicAdmin.Petitions;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Petitions;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>Erasing a dossier makes nobody a judge of what they did with it.</summary>
public sealed class ErasedPetitionTests
{
    private const string Place = "dien-bien-phu";

    [Fact]
    public async Task A_petition_that_waits_keeps_its_dossier_until_it_is_answered()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var place = office.OfficeOf($"clerk-{Place}");
        var code = await office.CopiedAsync(Filings.CertifiedCopy(place));
        await office.SealUpToAsync("2026-11-21T18:10Z");
        await office.HandOverAsync(code);
        var sent = await PetitionDoors.FileAsync(
            office.As("mai"), new(PetitionKind.Behaviour, "Thu tiền không đúng.", Dossier: code.ToString()), "key-of-friday");
        office.Clock.GoTo(DateTimeOffset.Parse("2049-01-04T02:00Z", CultureInfo.InvariantCulture));

        var kept = await Counter.ReadAsync<JsonElement>(await office.ProposeErasureAsync(code), HttpStatusCode.Conflict);
        await PetitionDoors.AnswerAsync(office, "supervisor-province", place, sent.Petition.Id);

        Assert.Equal(["petitionWaits"], kept.GetProperty("keptBecause").EnumerateArray().Select(why => why.GetString()));
        Assert.Equal(HttpStatusCode.OK, (await office.ProposeErasureAsync(code)).StatusCode);
    }

    [Fact]
    public async Task About_an_erased_dossier_neither_its_office_nor_who_erased_it_answers_but_the_province()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var place = office.OfficeOf($"clerk-{Place}");
        var code = await office.CopiedAsync(Filings.CertifiedCopy(place));
        await office.SealUpToAsync("2026-11-21T18:10Z");
        await office.HandOverAsync(code);
        var sent = await PetitionDoors.FileAsync(
            office.As("mai"), new(PetitionKind.Behaviour, "Thu tiền không đúng.", Dossier: code.ToString()), "key-of-friday");
        office.Clock.GoTo(DateTimeOffset.Parse("2049-01-04T02:00Z", CultureInfo.InvariantCulture));
        await office.ForgetThatItKeepsAsync();
        Assert.Equal(HttpStatusCode.OK, (await office.ProposeErasureAsync(code)).StatusCode);
        office.Clock.Advance(TimeSpan.FromDays(31));
        var leader = office.As($"leader-{Place}");
        Assert.Equal(HttpStatusCode.OK, (await leader.PostAsync($"/api/dossiers/{code}/erasure", null)).StatusCode);

        var own = await PetitionDoors.SendAnswerAsync(office, $"leader-{Place}", place, sent.Petition.Id).ProblemAsync(HttpStatusCode.Forbidden);
        var other = await PetitionDoors.SendAnswerAsync(office, $"supervisor-{Place}", place, sent.Petition.Id).ProblemAsync(HttpStatusCode.Forbidden);
        var province = await PetitionDoors.AnswerAsync(office, "supervisor-province", place, sent.Petition.Id);

        Assert.Equal(("petition-concerns-you", "petition-dossier-erased", PetitionState.Answered), (own.Code, other.Code, province.State));
    }
}

file static class OldPetitions
{
    /// <summary>Makes the petitions what they were before one that waits kept its dossier.</summary>
    public static async Task ForgetThatItKeepsAsync(this Office office)
    {
        var table = office.The<ITables>()[Tables.Statistics];
        await table.DeleteAllAsync(await table.ReadAllAsync(RowRange.Prefix("petitions", "d|"), default).ToListAsync(), default);
    }
}
