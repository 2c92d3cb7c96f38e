using PublicAdmin.Dossiers;
using PublicAdmin.Results;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

public class PaperNumbersTests
{
    private static readonly DossierCode Code = DossierCode.Parse("H18.61-261120-0001");

    [Fact]
    public async Task Each_book_counts_from_one_and_a_paper_keeps_its_number()
    {
        await using var office = await Office.OpenAsync();
        var numbers = office.The<PaperNumbers>();

        Assert.Equal(1, await numbers.NumberAsync("H18.61", "PBS", 2026, Code, "02-3", default));
        Assert.Equal(2, await numbers.NumberAsync("H18.61", "PBS", 2026, Code, "02-5", default));
        Assert.Equal(1, await numbers.NumberAsync("H18.61", "PBS", 2026, Code, "02-3", default));
        Assert.Equal(1, await numbers.NumberAsync("H18.61", "PTC", 2026, Code, "03-2", default));
        Assert.Equal(1, await numbers.NumberAsync("H18.61", "PBS", 2027, Code, "02-9", default));
        Assert.Equal(1, await numbers.NumberAsync("H18.62", "PBS", 2026, Code, "02-3", default));
    }

    [Fact]
    public async Task Many_at_once_get_all_numbers_and_each_once()
    {
        await using var office = await Office.OpenAsync();
        var numbers = office.The<PaperNumbers>();

        var given = await Task.WhenAll(Enumerable.Range(1, 40).Select(n => numbers.NumberAsync("H18.61", "PBS", 2026, Code, $"02-{n}", default)));

        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), given.Order());
    }

    [Fact]
    public async Task Killed_at_any_step_the_book_has_no_gap_and_no_number_twice()
    {
        await using var office = await Office.OpenAsync();
        for (var step = 1; step <= 8; step++)
        {
            office.DieAt(step);
            await Record.ExceptionAsync(() => office.The<PaperNumbers>().NumberAsync("H18.61", "PBS", 2026, Code, $"02-{step}", default));
            await office.RestartAsync();

            await office.The<PaperNumbers>().NumberAsync("H18.61", "PBS", 2026, Code, $"02-{step}", default);
        }

        var book = await office.The<PaperNumbers>().ReadAsync("H18.61", "PBS", 2026, default);
        Assert.Equal(Enumerable.Range(1, 8).Select(n => (long)n), book.Select(entry => entry.Number));
        Assert.Equal(8, book.Select(entry => entry.Paper).Distinct().Count());
    }
}
