using System.Globalization;
using System.Text;

namespace PublicAdmin.Load;

/// <summary>GET /api/work, the first page of 20, in offices with more and more open dossiers: the page must cost the same.</summary>
internal static class WorkLists
{
    public static async Task MeasureAsync(Bench bench)
    {
        foreach (var (count, commune) in bench.Options.Dossiers.Zip([Commune.Small, Commune.Large, Commune.Ward]))
        {
            await bench.RepeatAsync(count, caller => Journey.SubmitAsync(caller, commune));
            await AwaitAsync(bench, commune, count);
            var staff = await bench.People.StaffAsync(commune);
            var path = $"/api/work?office={commune.Office}&limit=20";
            await bench.MeasureAsync(string.Create(CultureInfo.InvariantCulture, $"work list, {count:N0} open"), async caller =>
            {
                (await caller.Wire.GetAsync(path, staff.Officer)).Expect(200);
                return true;
            });
        }
    }

    /// <summary>Waits until an office's list holds as many as were filed, by reading it page after page as an official could.</summary>
    public static async Task AwaitAsync(Bench bench, Commune commune, int filed)
    {
        var staff = await bench.People.StaffAsync(commune);
        var wire = (await bench.CallersAsync())[0].Wire;
        var (listed, after) = (0, "");
        while (listed < filed)
        {
            var page = (await wire.GetAsync($"/api/work?office={commune.Office}&limit=100{after}", staff.Clerk)).Expect(200);
            listed += Count(page.Body.Span);
            if (page.TextOrNull("next") is not { } next)
            {
                (listed, after) = listed < filed ? (0, "") : (listed, after);
                await Task.Delay(TimeSpan.FromMilliseconds(listed < filed ? 200 : 0));
            }
            else
            {
                after = $"&after={next}";
            }
        }
    }

    private static int Count(ReadOnlySpan<byte> page) => page.Count(Encoding.UTF8.GetBytes("\"code\":"));
}
