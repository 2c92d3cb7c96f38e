using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Petitions;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;
using static PublicAdmin.Tests.Petitions.PetitionDoors;

namespace PublicAdmin.Tests.Petitions;

/// <summary>One key is one request, and what was refused uses nothing up.</summary>
public class PetitionKeyTests
{
    [Fact]
    public async Task A_key_that_comes_back_with_another_office_or_address_is_refused_and_files_nothing()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        PetitionForm form = new(PetitionKind.Behaviour, "Không ai nghe máy.", place, Name: "Lò Thị Mai", Email: "mai@example.vn");
        var first = await FileAsync(office.Http, form, "key-of-friday");

        PetitionForm[] others = [
            form with { Office = office.OfficeOf("clerk-muong-phang") }, form with { Email = "khac@example.vn" }, form with { Name = null },
            form with { Phone = "0912345678" }];
        foreach (var other in others)
        {
            var refused = await SendAsync(office.Http, other, "key-of-friday").ProblemAsync(HttpStatusCode.UnprocessableEntity);
            Assert.Equal("idempotency-key-reused", refused.Code);
        }

        Assert.Equal(first.Petition.Id, (await FileAsync(office.Http, form, "key-of-friday")).Petition.Id);
        Assert.Single((await ListAsync(office, "supervisor-province", place)).Items);
    }

    [Fact]
    public async Task Drafts_that_are_refused_use_nothing_up_and_whoever_has_filed_too_many_is_told_just_that()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        for (var n = 0; n < 30; n++)
        {
            await SendAsync(office.Http, new(PetitionKind.Behaviour, "Chờ lâu"), $"draft-number-{n}").ProblemAsync(HttpStatusCode.BadRequest);
        }

        for (var n = 0; n < 20; n++)
        {
            await FileAsync(office.Http, new(PetitionKind.Behaviour, $"Phản ánh số {n} của tôi", place), $"key-number-{n}");
        }

        var answer = await SendAsync(office.Http, new(PetitionKind.Behaviour, "Phản ánh nữa của tôi", place), "key-of-more");
        Assert.True(answer.Headers.Contains("Retry-After"));
        var tooMany = await Task.FromResult(answer).ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal("petitions-too-many", tooMany.Code);
        Assert.DoesNotContain("thử sai", tooMany.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_petitioner_was_asked_is_told_in_the_time_of_the_offices()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        var sent = await FileAsync(office.Http, new(PetitionKind.Behaviour, "Không ai nghe máy.", place), "key-of-friday");

        var asked = await office.As("leader-muong-ang").PostAsJsonAsync(
            $"/api/offices/{place}/petitions/{sent.Petition.Id}/question", new PetitionQuestionForm("Số máy nào?"), OfficeJson.Options);
        var text = await asked.Content.ReadAsStringAsync();

        Assert.Contains("Số máy nào?", text, StringComparison.Ordinal);
        Assert.Contains("+07:00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("+00:00", text, StringComparison.Ordinal);
    }
}
