using System.Globalization;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

/// <summary>The real program, killed before and after each thing it writes while it takes a paper in and checks it.</summary>
public sealed class KilledUploadTests : IDisposable
{
    private const int TooMany = 60;

    private readonly KilledOffice _office = new();

    [Fact]
    public async Task Whenever_it_dies_sending_again_ends_in_one_paper_that_is_checked()
    {
        Assert.True(await _office.StartAsync());
        var (step, lived) = (0, false);
        while (!lived)
        {
            Assert.True(++step < TooMany, "It dies for ever.");
            var scan = SampleScans.Png(700 + step, 900, dpi: null);
            _office.Kill();
            lived = await _office.StartAsync(string.Create(CultureInfo.InvariantCulture, $"--Embedded:DieAt={step}")) && await LivesThroughAsync(scan);
            if (!lived)
            {
                await _office.UntilDeadAsync();
                Assert.True(await _office.StartAsync());
                await SendAndSeeCheckedAsync(scan);
            }
        }

        Assert.True(step > 12, $"A paper is written seven times, so there are fourteen steps to die at; it died {step - 1} times.");
    }

    public void Dispose() => _office.Dispose();

    private async Task<bool> LivesThroughAsync(byte[] scan)
    {
        try
        {
            await SendAndSeeCheckedAsync(scan);
            return true;
        }
        catch (Exception seen) when (KilledOffice.IsDeath(seen))
        {
            return false;
        }
    }

    private async Task SendAndSeeCheckedAsync(byte[] scan)
    {
        await _office.SignInAsync("mai");
        var id = await _office.Http.SendFileAsync(scan);
        for (var tries = 0; tries < 600; tries++)
        {
            var upload = await (await _office.Http.GetAsync($"/api/uploads/{id}")).ReadAsync();
            if (upload.GetProperty("check").GetProperty("state").GetString() == "unscanned")
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The paper was never checked.");
    }
}
