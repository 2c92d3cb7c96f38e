using PublicAdmin.Petitions;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Petitions.PetitionDoors;

namespace PublicAdmin.Tests.Petitions;

/// <summary>Petitions of one day share the counts of their office and of the province: nobody is refused because somebody else was counted.</summary>
public class PetitionsAtOnceTests
{
    [Fact]
    public async Task Many_answered_at_once_are_each_answered_once_and_all_counted()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(
            n => FileAsync(office.Http, new(PetitionKind.Behaviour, $"Phải quay lại lần thứ {n + 2}.", place), $"key-of-friday-{n}")));

        await Task.WhenAll(sent.Select(one => AnswerAsync(office, "leader-muong-ang", place, one.Petition.Id)));
        var disliked = await Task.WhenAll(sent.Select(one => RateAsync(office, one, false)));

        Assert.All(disliked, one => Assert.False(one.Satisfied));
        Assert.Equal(12, (await IndexAsync(office, place)).Single(line => line.Item.Code == "PETITION_PROCESSING_ON_TIME").Whole);
    }
}
