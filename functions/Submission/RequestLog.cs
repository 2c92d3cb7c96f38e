using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Submission;

/// <summary>Which code a filing was given, by caller and Idempotency-Key: the reason a retry over a bad line finds its dossier.</summary>
public sealed class RequestLog(ITables tables)
{
    private const string Code = "Code";
    private const string Body = "Body";

    private readonly ITable _table = tables[Tables.Requests];

    public async Task<LoggedRequest?> FindAsync(string caller, string key, CancellationToken ct) =>
        await _table.FindAsync(RequestKeys.Shorten(caller), RequestKeys.Shorten(key), ct) is { } row
            ? new(DossierCode.Parse(row.Text(Code)), row.Text(Body)) : null;

    /// <summary>Null for a row that is none of a filing.</summary>
    internal static DossierCode? CodeOf(TableRow row) => DossierCode.TryParse(row.TextOrNull(Code) ?? "", out var code) ? code : null;

    /// <summary>Remembers the code; when the same key was faster elsewhere, answers what was remembered then.</summary>
    public async Task<LoggedRequest> AddAsync(string caller, string key, LoggedRequest request, CancellationToken ct)
    {
        var values = new Dictionary<string, object?> { [Code] = request.Code.ToString(), [Body] = request.BodyHash };
        try
        {
            await _table.WriteAsync([RowChange.Insert(new TableRow(RequestKeys.Shorten(caller), RequestKeys.Shorten(key), values))], ct);
            return request;
        }
        catch (StaleRowException)
        {
            return (await FindAsync(caller, key, ct))!;
        }
    }
}

/// <param name="BodyHash">Of the form, so that one key for two different forms is noticed.</param>
public sealed record LoggedRequest(DossierCode Code, string BodyHash);
