using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Records;

/// <summary>
/// Asks databases through the data-sharing gateway, by signed requests (<see cref="SignedRequests"/>). 200 carries the record, 404 says
/// that there is none; every request names dossier, procedure and the consent with its evidence, so that the other side can account for it too.
/// </summary>
public sealed class RecordGateway(HttpClient http, IOptions<RecordSettings> settings, TimeProvider clock) : IRecordSource
{
    private const int MaxFacts = 40;
    private const int MaxText = 500;

    public async Task<FoundRecord?> FindAsync(RecordQuery query, CancellationToken ct)
    {
        var question = new Question(
            query.Matter, query.Procedure, query.Database, query.Component.Id, query.Subject, query.Consent.At, query.Consent.Kind,
            query.Consent.Reference);
        using var request = SignedRequests.Post(
            settings.Value.GatewayUrl, settings.Value.GatewaySecret, $"{query.Matter}.{query.Component.Id}", question, clock);
        using var answer = await http.SendAsync(request, ct);
        if (answer.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }

        if (answer.IsRefusedForGood())
        {
            throw new RecordRefusedException(string.Create(CultureInfo.InvariantCulture, $"The gateway refused the look-up: {(int)answer.StatusCode}."));
        }

        return Checked(await ReadAsync(answer.EnsureSuccessStatusCode(), ct));
    }

    private static async Task<FoundRecord?> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<FoundRecord>(OfficeJson.Options, ct);
        }
        catch (JsonException e)
        {
            throw new RecordRefusedException("The gateway's answer cannot be read.", e);
        }
    }

    // It becomes part of a dossier for ever: what does not fit there is not taken.
    private static FoundRecord Checked(FoundRecord? record) =>
        record is { Source.Length: > 0 and <= 100, Reference.Length: > 0 and <= 100, Facts.Count: <= MaxFacts } && WrittenText.Is(record.Source)
            && WrittenText.Is(record.Reference) && record.Facts.All(Fits)
            ? record
            : throw new RecordRefusedException("The gateway's answer has another shape than agreed.");

    private static bool Fits(RecordFact fact) =>
        fact.Name.Vi.Length <= MaxText && fact.Name.En.Length <= MaxText && fact.Value.Length <= MaxText && WrittenText.Is(fact.Name.Vi)
            && WrittenText.Is(fact.Name.En) && WrittenText.Is(fact.Value);

    /// <summary>What the gateway is asked.</summary>
    internal sealed record Question(string Dossier, string Procedure, Procedures.Database Database, string Component, string Subject, DateTimeOffset ConsentAt,
        ConsentKind ConsentKind = ConsentKind.OwnAccount, string? ConsentReference = null);
}
