using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Offices;

/// <summary>What an administrator reads before and after changing how an office will be.</summary>
public sealed class OfficeVersionsTests
{
    private const string Address = "/api/offices/H18.61/versions/2026-12-01";

    private static readonly DateOnly Day = new(2026, 12, 1);

    [Fact]
    public async Task Who_entered_a_version_and_why_is_read_by_administrators_alone()
    {
        await using var office = await Office.OpenAsync();
        var administrator = office.As("administrator-province");
        var before = await administrator.GetAsync(Address).ProblemAsync(HttpStatusCode.NotFound);
        await administrator.PutAsJsonAsync(Address, Coming(office) with { Reason = "Chuyển trụ sở", EnteredBy = "somebody-else" }, OfficeJson.Options);

        var versions = await administrator.GetFromJsonAsync<OfficeVersion[]>("/api/offices/H18.61/versions", OfficeJson.Options);
        var entered = await administrator.GetAsync(Address);
        var shown = await office.Http.GetFromJsonAsync<OfficeVersion>("/api/offices/H18.61?on=2026-12-01", OfficeJson.Options);

        Assert.Equal("office-version-unknown", before.Code);
        Assert.NotNull(entered.Headers.ETag);
        Assert.Equal(Day, versions![^1].ValidFrom);
        Assert.Equal(("Chuyển trụ sở", OfficePeople.IdOf("administrator-province")), (versions[^1].Reason, versions[^1].EnteredBy));
        Assert.Equal(("Chuyển trụ sở", null), (shown!.Reason, shown.EnteredBy));
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("clerk-muong-ang").GetAsync("/api/offices/H18.61/versions")).StatusCode);
    }

    [Theory]
    [InlineData("""{"reason":" "}""")]
    [InlineData("""{"reason":null}""")]
    [InlineData("""{"name":{"vi":" ","en":"Center"}}""")]
    public async Task An_entry_says_what_the_office_is_called_and_an_empty_reason_is_none(string change)
    {
        await using var office = await Office.OpenAsync();

        var answer = office.As("administrator-province").PutAsync(Address, Json.Body(Json.Changed(Coming(office), change)));

        Assert.Equal("field-missing", (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Code);
    }

    private static OfficeVersion Coming(Office office) => office.The<OfficeDirectory>().Find("H18.61", Day)! with { ValidFrom = Day, Reason = "Sáp nhập" };
}
