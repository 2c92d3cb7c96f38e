using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Offices;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Azure.Support;

/// <summary>
/// The tables of the records account: Azurite, and before it what Azurite cannot do: refuse who has no role, and tell how often it was asked.
/// </summary>
internal sealed class StandInTables : IAsyncDisposable
{
    private readonly WebApplication _app = StandInServer.Build();
    private readonly HttpClient _azurite = new(StandInCertificate.Trusting());
    private readonly ConcurrentDictionary<string, bool> _readByTheClock = new();
    private bool _isOpen;
    private long _reads;
    private long _scans;
    private long _writes;

    /// <summary>Whether the caller lacks the role: every call is answered 403.</summary>
    public bool Refuses { get; set; }

    public Uri Address => new(new Uri(_app.Urls.First()), Azurite.Running.Tables.AbsolutePath);

    /// <summary>Calls for one row, for a page of rows, and batches; without those for reference data that is kept in memory by the clock.</summary>
    public (long Reads, long Scans, long Writes) Asked => (Interlocked.Read(ref _reads), Interlocked.Read(ref _scans), Interlocked.Read(ref _writes));

    public static async Task<StandInTables> StartAsync()
    {
        var tables = new StandInTables();
        tables._app.MapFallback("/{**path}", tables.TakeAsync);
        await tables._app.StartAsync();
        return tables;
    }

    public async ValueTask DisposeAsync()
    {
        _azurite.Dispose();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        if (Refuses)
        {
            http.Response.StatusCode = (int)HttpStatusCode.Forbidden;
            http.Response.Headers["x-ms-error-code"] = "AuthorizationPermissionMismatch";
            return;
        }

        Count(http.Request);
        using var request = PassedOn.To(Azurite.Running.Tables, http);
        using var response = await _azurite.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        await PassedOn.BackAsync(response, http);
    }

    /// <summary>What reference data was asked for until now is what is read anew every minute, for nobody's request.</summary>
    public void Open() => _isOpen = true;

    private void Count(HttpRequest request)
    {
        var entity = request.Path.Value!.Split('/')[^1];
        if (request.Method != HttpMethod.Get.Method)
        {
            Interlocked.Increment(ref _writes);
        }
        else if (entity.Contains("RowKey=", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _reads);
        }
        else if (!IsReadByTheClock(entity, request.Query["$filter"].ToString()))
        {
            Interlocked.Increment(ref _scans);
        }
    }

    // A person's entry is kept for seconds: how often it is read in a journey hangs on how long that takes.
    private bool IsReadByTheClock(string entity, string filter) =>
        entity.StartsWith(Tables.Reference, StringComparison.Ordinal)
        && ((filter.Contains(StaffRows.Partition(""), StringComparison.Ordinal) && !filter.Contains(StaffRows.PartitionOf(""), StringComparison.Ordinal))
            || (_isOpen ? _readByTheClock.ContainsKey(filter) : _readByTheClock.TryAdd(filter, true)));
}
