namespace PublicAdmin.Load;

/// <summary>
/// The whole life of a dossier: two papers of 200 kB, filing with the e-form, acceptance, taking, proposal, approval, issue, return,
/// and the citizen reading it at the end.
/// </summary>
internal static class Journeys
{
    private const int PaperBytes = 200_000;

    /// <summary>A paper of 200 kB alone: announced, sent, completed.</summary>
    public static async Task UploadAsync(Bench bench)
    {
        var scan = new Scan(PaperBytes);
        await bench.MeasureAsync("upload of a 200 kB paper", async caller =>
        {
            await scan.UploadAsync(caller, caller.NextCitizen());
            return true;
        });
    }

    public static async Task MeasureAsync(Bench bench)
    {
        var (scan, staff) = (new Scan(PaperBytes), await bench.People.StaffAsync(Commune.Large));
        await bench.MeasureAsync("journey", async caller =>
        {
            await WalkAsync(caller, staff, scan);
            return true;
        });
    }

    public static async Task WalkAsync(Caller caller, Staff staff, Scan scan)
    {
        var citizen = caller.NextCitizen();
        var (first, second) = (await scan.UploadAsync(caller, citizen), await scan.UploadAsync(caller, citizen));
        var filed = await Journey.SubmitAsync(caller, staff.Commune, citizen, first, second);
        await Journey.ProcessAsync(caller, staff, filed);
        await Journey.ReadAsync(caller, citizen.Token, filed);
    }
}
