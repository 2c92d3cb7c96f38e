using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>
/// The next alarm of every dossier with a running clock: a partition per hour, so that a sweep reads what is due and nothing else.
/// An alarm whose moment is past already when it is written goes into the present hour, where the sweep still looks.
/// </summary>
public sealed class AlarmList(AlarmClock alarms, TimeProvider clock) : IDossierList
{
    public IEnumerable<ListRow> RowsOf(Dossier dossier) => alarms.NextOf(dossier) is { } alarm
        ? [new ListRow(PartitionOf(Later(alarm.At, clock.GetUtcNow())), KeyOf(dossier.Code, alarm), new Dictionary<string, object?>())]
        : [];

    internal static string PartitionOf(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"al:{at.UtcDateTime:yyyyMMddHH}");

    internal static string KeyOf(DossierCode code, Alarm alarm) => string.Create(CultureInfo.InvariantCulture, $"{ListKey.Of(alarm.At, code)}|{alarm.What}");

    internal static DossierCode CodeOf(string key) => DossierCode.Parse(key.Split('|')[1]);

    /// <summary>What is due by now in the partition of one hour.</summary>
    internal static RowRange DueIn(DateTimeOffset hour, DateTimeOffset now) => new(PartitionOf(hour), "", ListKey.Of(now) + '\uFFFF');

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
