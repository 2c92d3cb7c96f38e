using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.OpenData;

/// <summary>
/// GET /api/statistics/open/{file}: a file of a published month: yyyy-MM.csv, .json, .csv.sha256, .json.sha256, .manifest.json, .sig (over the manifest), an
/// older version as yyyy-MM.v1.csv; or schema.json. For anybody.
/// </summary>
public sealed partial class GetOpenData(PublicationShelf publications)
{
    private static readonly Lazy<TaggedJson> Schema = new(() => TaggedJson.Public(OpenTable.Schema(), "application/schema+json"));

    [Function(nameof(GetOpenData)), AllowedTo(Role.Anyone), Answers(200), Answers(304)]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.NotPublished))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/open/{file}")] HttpRequest request, string file,
        CancellationToken ct) =>
        file is "schema.json" ? Schema.Value : await FindAsync(file, ct) is { } answer ? answer : StatisticsRefusals.NotPublished.With(file).ToProblem();

    private async Task<IResult?> FindAsync(string file, CancellationToken ct)
    {
        if (Name().Match(file) is not { Success: true } name)
        {
            return null;
        }

        int? version = name.Groups["version"] is { Success: true } asked ? int.Parse(asked.Value, CultureInfo.InvariantCulture) : null;
        if (await publications.FindAsync(name.Groups["period"].Value, version, ct) is not { } published)
        {
            return null;
        }

        var kind = name.Groups["kind"].Value;
        if (kind.EndsWith(".sha256", StringComparison.Ordinal))
        {
            var hashed = published.Files.Single(one => one.Name == $"{published.Period}.{kind[..kind.IndexOf('.', StringComparison.Ordinal)]}");
            return TaggedJson.Public(Encoding.ASCII.GetBytes($"{hashed.Sha256}  {hashed.Name}\n"), "text/plain");
        }

        if (kind is "sig")
        {
            var manifest = await publications.ReadAsync(published.Period, published.Version, PublicationShelf.Manifest, ct);
            return TaggedJson.Public(
                (await publications.ReadAsync(published.Period, published.Version, PublicationShelf.SignatureOf(manifest!), ct))!, "application/octet-stream");
        }

        var (stored, contentType) = kind switch
        {
            "manifest.json" => (PublicationShelf.Manifest, "application/json"),
            "csv" => ($"{published.Period}.csv", "text/csv; charset=utf-8"),
            _ => ($"{published.Period}.json", "application/json"),
        };
        return await publications.ReadAsync(published.Period, published.Version, stored, ct) is { } bytes ? TaggedJson.Public(bytes, contentType) : null;
    }

    [GeneratedRegex(@"^(?<period>20[0-9]{2}-[0-9]{2})(\.v(?<version>[0-9]{1,4}))?\.(?<kind>csv|json|csv\.sha256|json\.sha256|manifest\.json|sig)\z")]
    private static partial Regex Name();
}
