using System.Net;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

public class RangeTests
{
    [Theory]
    [InlineData("bytes=999999999-")]
    [InlineData("bytes=-0")]
    public async Task A_part_behind_the_end_of_a_file_is_refused_with_its_length(string range)
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var scan = SampleScans.Pdf();
        var (code, _) = await DossierPapersTests.FileBirthAsync(office, scan);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/dossiers/{code}/documents/1");
        Assert.True(request.Headers.TryAddWithoutValidation("Range", range));

        var refused = await mai.SendAsync(request);

        Assert.Equal("range-beyond-end", (await Task.FromResult(refused).ProblemAsync(HttpStatusCode.RequestedRangeNotSatisfiable)).Code);
        Assert.Equal(scan.Length, refused.Content.Headers.ContentRange?.Length);
    }
}
