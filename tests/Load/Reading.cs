namespace PublicAdmin.Load;

/// <summary>GET /api/dossiers/{code} by its citizen and POST /api/tracking by anybody, over 2,000 dossiers at random.</summary>
internal static class Reading
{
    private const int Dossiers = 2_000;

    public static async Task ReadAsync(Bench bench)
    {
        var filed = await Stock.FileAsync(bench, Commune.Large, Dossiers);
        await bench.MeasureAsync("read", async caller =>
        {
            var one = filed[caller.Random.Next(filed.Count)];
            await Journey.ReadAsync(caller, one.Citizen.Token, one);
            return true;
        });
    }

    public static async Task TrackAsync(Bench bench)
    {
        var filed = await Stock.FileAsync(bench, Commune.Large, Dossiers);
        await bench.MeasureAsync("track", async caller =>
        {
            await Journey.TrackAsync(caller, filed[caller.Random.Next(filed.Count)]);
            return true;
        });
    }
}
