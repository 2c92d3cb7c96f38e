using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Procedures;

namespace PublicAdmin.Documents.Records;

/// <summary>A look-up of the own record, with the consent it rests on: kept for ever, without what was answered.</summary>
/// <param name="Matter">What the register was told it is for.</param>
public sealed record OwnLookUp(string Matter, string Procedure, Database Database, Consent Consent);

/// <summary>
/// Khai thác dữ liệu của chính mình khi khai tờ khai: asks the population register for whoever fills in a form, who agrees by asking in the own account.
/// Before anything is asked the consent lies in the person's wallet; of nobody else is a register ever asked here.
/// </summary>
public sealed partial class OwnRecords(
    IRecordSource source, ProcedureCatalogue procedures, PaperOwners owners, ITables tables, TimeProvider clock, ILogger<OwnRecords> log)
{
    /// <summary>Before the moment, in the key of a row of the person's wallet.</summary>
    private const string Prefix = "l";

    private const string LookUp = "LookUp";

    private const int PersonalNumberLength = 12;

    private readonly ITable _table = tables[Tables.Wallet];

    /// <summary>An <see cref="OwnRecord"/>.</summary>
    public async Task<Result<DatabaseRecord[]>> FindAsync(Caller caller, string procedure, CancellationToken ct)
    {
        if (caller is not { Kind: CallerKind.Citizen, Organisation: null, PersonalNumber: { } number })
        {
            return Array.Empty<DatabaseRecord>();
        }

        var components = procedures.Find(procedure, clock.Today())?.Components ?? [];
        return components.FirstOrDefault(one => one is { Form: ComponentForm.FromDatabase, Database: Database.Population }) is { } component
            ? await AskAsync(number, procedure, component, new Consent(clock.Instant(), ConsentKind.OwnAccount, caller.Id), ct)
            : Array.Empty<DatabaseRecord>();
    }

    /// <summary>What was looked up of a person here, oldest first.</summary>
    public async Task<PageOf<OwnLookUp>> PageAsync(PaperOwner owner, PageAsked asked, CancellationToken ct)
    {
        // A cursor comes back from outside: one that does not name a look-up begins at the beginning.
        var after = asked.After?.StartsWith(Prefix, StringComparison.Ordinal) == true ? asked.After : null;
        var page = await _table.ScanAsync(RowRange.Prefix(owner.Key, Prefix).After(after), asked.Limit, ct);
        return new([.. page.Rows.Select(row => row.Json<OwnLookUp>(LookUp)!)], page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    /// <summary>Writes down that a register is asked about somebody, for that person to read.</summary>
    /// <param name="subject">What is no personal number belongs to nobody's account.</param>
    public Task TellAsync(string subject, OwnLookUp lookUp, CancellationToken ct) =>
        subject.Length is PersonalNumberLength && subject.All(char.IsAsciiDigit) ? KeepAsync(subject, KeyOf(lookUp.Consent), lookUp, ct) : Task.CompletedTask;

    private async Task<Result<DatabaseRecord[]>> AskAsync(string number, string procedure, Component component, Consent consent, CancellationToken ct)
    {
        var key = KeyOf(consent);
        var lookUp = new OwnLookUp($"prefill-{key}", procedure, Database.Population, consent);
        await KeepAsync(number, key, lookUp, ct);
        try
        {
            var found = await source.FindAsync(new RecordQuery(lookUp.Matter, procedure, component, number, consent), ct);
            LogAsked(lookUp.Matter, procedure, found is not null);
            return found is null ? Array.Empty<DatabaseRecord>() : new[] { RecordOf(found, consent) };
        }
        catch (Exception e) when (e is HttpRequestException or RecordRefusedException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            LogAway(lookUp.Matter, e.GetType().Name);
            return KnownRefusals.RegisterAway;
        }
    }

    private static string KeyOf(Consent consent) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{consent.At.UtcTicks:D19}{Guid.NewGuid().ToString("N")[..8]}");

    private Task KeepAsync(string number, string key, OwnLookUp lookUp, CancellationToken ct)
    {
        var values = new Dictionary<string, object?> { [LookUp] = JsonSerializer.Serialize(lookUp, OfficeJson.Stored) };
        return _table.WriteAsync([RowChange.Insert(new TableRow(owners.Of(number).Key, key, values))], ct);
    }

    private static DatabaseRecord RecordOf(FoundRecord found, Consent consent) =>
        new(nameof(Database.Population), found.Source, found.Reference, consent.At.Here(), found.Facts);

    [LoggerMessage(LogLevel.Information, "{Matter}: the population register was asked for {Procedure}; held: {Held}.")]
    private partial void LogAsked(string matter, string procedure, bool held);

    [LoggerMessage(LogLevel.Warning, "{Matter}: the population register did not answer: {Fault}.")]
    private partial void LogAway(string matter, string fault);
}
