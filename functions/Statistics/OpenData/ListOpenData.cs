using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.OpenData;

/// <summary>GET /api/statistics/open: every month published, its last version, and where its files are. For anybody.</summary>
public sealed class ListOpenData(PublicationShelf publications)
{
    [Function(nameof(ListOpenData)), AllowedTo(Role.Anyone), Answers(200, typeof(OpenDataList)), Answers(304)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/open")] HttpRequest request, CancellationToken ct) =>
        TaggedJson.Public(
            new OpenDataList("/api/statistics/open/schema.json", "/api/audit/key", [.. (await publications.AllAsync(ct)).Select(OpenDataSet.Of)]));
}

/// <param name="Schema">Address of what the columns mean.</param>
/// <param name="Key">Address of the public key of the signatures.</param>
public sealed record OpenDataList(string Schema, string Key, IReadOnlyList<OpenDataSet> Items);

/// <summary>One month, described as a catalogue of data sets does (DCAT: issued, licence, distributions).</summary>
public sealed record OpenDataSet(string Period, int Version, DateTimeOffset Issued, string Licence, IReadOnlyList<OpenDistribution> Distributions)
{
    public static OpenDataSet Of(Publication one) => new(
        one.Period, one.Version, one.PublishedAt.Here(), one.Licence,
        [.. one.Files.Select(file => new OpenDistribution($"/api/statistics/open/{file.Name}", file.Bytes, file.Sha256)),
            new($"/api/statistics/open/{one.Period}.manifest.json", null, null), new($"/api/statistics/open/{one.Period}.sig", null, null)]);
}

/// <param name="Bytes">Null for the manifest and its signature.</param>
public sealed record OpenDistribution(string Address, long? Bytes, string? Sha256);
