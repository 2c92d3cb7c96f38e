using Microsoft.Extensions.Logging;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>
/// Plans the alarms of running dossiers anew after the calendar or the office hours changed: their dates stay, but a rung measured in working
/// time may come earlier. Once for each change and at the cost of the open dossiers; done again when it was broken off.
/// </summary>
public sealed partial class AlarmPlanner(
    CalendarBook calendar, OpenWork work, DossierStore dossiers, AlarmList alarms, OfficeDirectory offices, ITables tables, TimeProvider clock,
    ILogger<AlarmPlanner> log)
{
    private const string Partition = "al:planned";
    private const string Key = "edition";
    private const string Edition = "Edition";

    // Behind the end come rungs still: two working days in the ladder that ships, thirty at most, over holidays.
    private static readonly TimeSpan Behind = TimeSpan.FromDays(60);

    private readonly ITable _lists = tables[Tables.Lists];

    public async Task PlanAsync(CancellationToken ct)
    {
        var present = calendar.Edition;
        if (await _lists.FindAsync(Partition, Key, ct) is { } row && row.Text(Edition) == present)
        {
            return;
        }

        var planned = 0;
        foreach (var office in offices.All(clock.Today()))
        {
            await foreach (var code in work.DueFromAsync(office.Code, clock.GetUtcNow() - Behind, ct))
            {
                planned += await PlanAsync(code, ct);
            }
        }

        await _lists.WriteAsync([RowChange.Upsert(new TableRow(Partition, Key, new Dictionary<string, object?> { [Edition] = present }))], ct);
        LogPlanned(planned, present);
    }

    // The row at the old moment stays: the sweep that comes upon it finds nothing due and removes it.
    private async Task<int> PlanAsync(DossierCode code, CancellationToken ct)
    {
        if (await dossiers.FindAsync(code, ct) is not { } stored)
        {
            return 0;
        }

        foreach (var row in alarms.RowsOf(stored.Dossier))
        {
            await _lists.WriteAsync([RowChange.Upsert(new TableRow(row.Partition, row.Key, row.Values))], ct);
        }

        return 1;
    }

    [LoggerMessage(LogLevel.Information, "Planned the alarms of {Planned} dossiers anew for {Edition}.")]
    private partial void LogPlanned(int planned, string edition);
}
