using System.Net;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

public class OfficeTests
{
    [Fact]
    public async Task It_says_that_it_is_alive()
    {
        await using var office = await Office.OpenAsync();

        var answer = await office.Http.GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"alive"}""", await answer.Content.ReadAsStringAsync());
    }
}
