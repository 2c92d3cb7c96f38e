using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Attack;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Processing;

/// <summary>People write one phone in four ways, and leave out the apostrophe of a name.</summary>
public sealed class PhoneSearchTests
{
    private static readonly string[] Ways = ["0987001122", "+84987001122", "84987001122", "0084987001122"];

    [Fact]
    public async Task However_a_phone_is_written_and_searched_for_every_dossier_of_it_is_found()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = office.As("clerk-muong-ang");
        foreach (var phone in Ways)
        {
            await clerk.FileAsync(
                Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Channel = Channel.Counter, Applicant = Filings.Mai with { Phone = phone } });
        }

        await office.DeliverMessagesAsync();

        foreach (var typed in Ways.Append("+84 987 001 122").Append("0987.001.122"))
        {
            Assert.Equal(4, (await clerk.SearchAsync(typed)).Count);
        }
    }

    [Theory]
    [InlineData("ykong")]
    [InlineData("y'kong")]
    [InlineData("Y’Kông")]
    [InlineData("kong")]
    public async Task A_name_with_an_apostrophe_is_found_without_it(string typed)
    {
        await using var office = await Office.OpenAsync();
        using var clerk = office.As("clerk-muong-ang");
        await clerk.FileAsync(
            Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")) with { Channel = Channel.Counter, Applicant = Filings.Mai with { Name = "Y'Kông Niê" } });
        await office.DeliverMessagesAsync();

        Assert.Single(await clerk.SearchAsync(typed));
    }

    [Theory]
    [InlineData("011195000123")]
    [InlineData("0912 345 678")]
    public async Task A_persons_number_may_not_stand_in_an_address(string typed)
    {
        await using var office = await Office.OpenAsync();

        Assert.Equal(
            "search-number-in-address",
            await office.As("clerk-muong-ang").GetAsync($"/api/search?q={Uri.EscapeDataString(typed)}").Problem(HttpStatusCode.BadRequest));
    }
}
