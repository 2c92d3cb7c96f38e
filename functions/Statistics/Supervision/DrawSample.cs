using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Supervision;

/// <summary>
/// GET /api/statistics/sample: a random sample of the dossiers behind a number, for an inspection; the seed is told, so that anybody can draw the same again.
/// </summary>
public sealed class DrawSample(DossierFinder finder, OfficeDirectory offices, TimeProvider clock)
{
    private const int DefaultSize = 10;

    [Function(nameof(DrawSample)), AllowedTo(Role.Supervisor, Role.Auditor), Answers(200, typeof(Sample))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.PeriodInvalid), nameof(StatisticsRefusals.DossiersNotYours),
        nameof(StatisticsRefusals.NumberUnknown))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown)), Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("number", "Its name in the definitions; received unless said."), Reads("office", "Its code; the whole province unless said.")]
    [Reads("size", "1 to 100, 10 unless said.")]
    [Reads("seed", "1 to 1,000,000,000; a new one unless said."), Reads("period", StatisticsAsked.PeriodMeaning), Reads("from", "First day.")]
    [Reads("to", "Last day.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/sample")] HttpRequest request, CancellationToken ct)
    {
        var number = request.Query["number"].ToString() is { Length: > 0 } named ? named : "received";
        if (!StatisticsAsked.Of(request, offices, clock.GetUtcNow()).Try(out var asked, out var refusal)
            || (refusal = HttpQueries.First(request.Read("size", 100, out int? size), request.Read("seed", 1_000_000_000, out int? seed))
                ?? Refuse(request, asked, number)) is not null)
        {
            return refusal.ToProblem();
        }

        return TypedResults.Json(
            await DrawAsync(asked, number, size ?? DefaultSize, seed ?? RandomNumberGenerator.GetInt32(1, 1_000_000_000), ct), OfficeJson.Options);
    }

    private static Refusal? Refuse(HttpRequest request, StatisticsAsked asked, string number) =>
        StatisticsScope.RefuseOffice(request.Caller(), asked.Office)
            ?? (FactNumbers.IsKnown(number) ? null : StatisticsRefusals.NumberUnknown.At("number", number));

    private async Task<Sample> DrawAsync(StatisticsAsked asked, string number, int size, int seed, CancellationToken ct)
    {
        var all = new List<CountedDossier>();
        for (var page = new PageAsked(PageAsked.MaxLimit, null); page is not null;)
        {
            var found = await finder.FindAsync(asked, number, page, ct);
            all.AddRange(found.Items);
            page = found.Next is { } next ? page with { After = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(next)) } : null;
        }

        return new Sample(seed, number, asked.Office, all.Count, [.. all.OrderBy(one => Draw(seed, one.Code.ToString()), StringComparer.Ordinal).Take(size)]);
    }

    // Whoever has the seed and the list draws the same: the smallest SHA-256 of "seed|code" come first.
    private static string Draw(int seed, string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}|{code}"))));
}

/// <param name="Seed">Send it again for the same sample.</param>
/// <param name="OutOf">How many there are.</param>
public sealed record Sample(int Seed, string Number, string Office, int OutOf, IReadOnlyList<CountedDossier> Items);
