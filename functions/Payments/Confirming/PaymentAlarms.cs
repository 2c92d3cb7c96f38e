using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Confirming;

/// <summary>A notice that was refused, or money nobody asked for.</summary>
/// <param name="Reason">The refusal's code.</param>
/// <param name="Reference">As it was sent, when it looks like one.</param>
/// <param name="Sha256">Of what was sent, hexadecimal: the same thing sent again is seen to be the same.</param>
public sealed record PaymentAlarm(DateTimeOffset At, string Reason, string? Reference, string Sha256);

/// <summary>Writes down what was refused and calls for an administrator; the newest first.</summary>
public sealed partial class PaymentAlarms(ITables tables, TimeProvider clock, ILogger<PaymentAlarms> log)
{
    internal const string Partition = "alarms";
    private const string Json = "J";

    private readonly ITable _table = tables[Tables.Payments];

    public async Task<Refusal> RaiseAsync(Refusal refusal, string? reference, string sha256, CancellationToken ct)
    {
        var now = clock.Instant();
        var known = reference is not null && Orders.PaymentReference.IsWhole(reference) ? reference : null;
        var key = string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - now.UtcTicks:D19}|{sha256[..16]}");
        var json = JsonSerializer.Serialize(new PaymentAlarm(now, refusal.Code, known, sha256), OfficeJson.Stored);
        await _table.WriteAsync([RowChange.Upsert(new TableRow(Partition, key, new Dictionary<string, object?> { [Json] = json }))], ct);
        LogRefused(refusal.Code, known);
        return refusal;
    }

    public async Task<PageOf<PaymentAlarm>> ListAsync(PageAsked asked, CancellationToken ct)
    {
        var page = await _table.ScanAsync(RowRange.All(Partition).After(asked.After), asked.Limit, ct);
        return new([.. page.Rows.Select(row => row.Json<PaymentAlarm>(Json)!)], page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    [LoggerMessage(LogLevel.Error, "A payment notice was refused: {Reason}, order {Reference}.", EventName = "PaymentRefused")]
    private partial void LogRefused(string reason, string? reference);
}
