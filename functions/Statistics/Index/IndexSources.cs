using PublicAdmin.Petitions;
using PublicAdmin.Platform;
using PublicAdmin.Portal.Reconciling;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Index;

/// <summary>Numbers of the index that stand in other books: petitions, and what the National Portal has alike. They cost the days of the period.</summary>
public sealed class IndexSources(PetitionStore petitions, PortalReconciler portal, IndexProcedures procedures, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(string office, Period period, CancellationToken ct)
    {
        var (counts, today) = (await petitions.CountsAsync(office, period.From, period.LastDay, ct), clock.Today());
        var days = await portal.ReadAsync(period.From, period.LastDay, ct);
        return new Dictionary<string, long>(await procedures.CountAsync(office, period, ct))
        {
            ["petitionsHandled"] = counts.Handled,
            ["petitionsLate"] = counts.Late,
            ["petitionsDislikedInTime"] = counts.DissatisfiedInTime,
            ["petitionsOverdue"] = period.To >= today ? await petitions.LateAsync(office, today, ct) : 0,
            ["portalMatched"] = days.Sum(day => office is CellKey.Province ? day.Matched : OfficeOf(day, office)?.Matched ?? 0),
            ["portalReceived"] = days.Sum(day => office is CellKey.Province ? Math.Max(day.Ours, day.Theirs) : OfficeOf(day, office)?.Ours ?? 0),
        };
    }

    // What only the portal has names no office of ours.
    private static PortalOfficeCount? OfficeOf(PortalReconciliation day, string office) => day.Offices.FirstOrDefault(one => one.Office == office);
}
