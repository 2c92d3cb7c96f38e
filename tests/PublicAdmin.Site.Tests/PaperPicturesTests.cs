using PublicAdmin.Tests.Support;

namespace PublicAdmin.Site.Tests;

/// <summary>The pages a leader looks at are the pages of the file, as a program nobody here wrote draws them.</summary>
[Collection(nameof(SampleOffice))]
public sealed class PaperPicturesTests(SampleOffice office)
{
    [BrowserFact]
    public async Task A_page_looks_as_another_program_draws_it()
    {
        var code = await office.FileAsync("citizen-741", "1.004873", "Xác nhận tình trạng hôn nhân");
        await office.TellAsync("clerk-muong-ang", $"/api/dossiers/{code}/acceptance");
        await office.TellAsync("officer-muong-ang", $"/api/dossiers/{code}/taking");
        await office.ProposeAsync("officer-muong-ang", code);
        var drawn = await office.ReadAsync("leader-muong-ang", $"/api/dossiers/{code}/paper-to-sign/pages");
        using var answer = await office.SendAsync("leader-muong-ang", HttpMethod.Get, $"/api/dossiers/{code}/paper-to-sign");
        var png = PngOf(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        var svg = drawn.GetProperty("pages").EnumerateArray().Select(page => page.GetString()!).First();
        await using var visitor = await office.VisitAsync();
        var compare = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "compare.js"));

        var found = await visitor.Page.EvaluateAsync<double[]>(compare, new { svg, png = Convert.ToBase64String(png) });

        Assert.InRange(found[0], 0, 0.01);
        Assert.InRange(found[1], 0.02, 1); // There is something on it.
    }

    private static byte[] PngOf(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("paper-");
        var path = Path.Combine(folder.FullName, "paper");
        File.WriteAllBytes($"{path}.pdf", pdf);
        OutsideTool.Run("pdftoppm", "-r", "144", "-png", "-singlefile", "-f", "1", $"{path}.pdf", path);
        var png = File.ReadAllBytes($"{path}.png");
        folder.Delete(recursive: true);
        return png;
    }
}
