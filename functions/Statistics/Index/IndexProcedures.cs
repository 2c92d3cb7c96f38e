using PublicAdmin.Offices;
using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Index;

/// <summary>Numbers of the index that count procedures and communes, not dossiers: from the catalogue and the roll-ups, at the price of their rows.</summary>
public sealed class IndexProcedures(BookReader reader, ProcedureCatalogue catalogue, OfficeDirectory offices)
{
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(string office, Period period, CancellationToken ct)
    {
        var filedHere = catalogue.All(period.LastDay).Where(procedure => procedure.Route.System is not ServiceSystem.Ministry).ToList();
        var tallies = (await reader.ReadAllAsync(View.Competent, office, Dimension.Procedure, period, ct))
            .ToDictionary(one => one.Value, one => one.Tally.Flow);
        long With(IEnumerable<ProcedureVersion> procedures, Measure measure) =>
            procedures.Count(procedure => tallies.TryGetValue(procedure.Code, out var flow) && flow[measure] > 0);
        var charging = filedHere.Where(procedure => procedure.Fees.Count > 0).ToList();
        var communes = offices.All(period.LastDay).Where(one => one.IsCommune && (office is CellKey.Province || one.Code == office))
            .Select(one => one.Code).ToList();
        return new Dictionary<string, long>
        {
            ["procedures"] = filedHere.Count,
            ["proceduresComplete"] = filedHere.Count(IsComplete),
            ["proceduresCharging"] = charging.Count,
            ["proceduresPaidOnline"] = With(charging, Measure.PaidOnline),
            ["proceduresUsingData"] = With(filedHere, Measure.FromDatabase),
            ["communes"] = communes.Count,
            ["communesCertifying"] = await CertifyingAsync(communes, filedHere.Where(procedure => procedure.CertifiesCopies), period, ct),
        };
    }

    private async Task<long> CertifyingAsync(List<string> communes, IEnumerable<ProcedureVersion> copies, Period period, CancellationToken ct)
    {
        var certifying = new HashSet<string>();
        foreach (var procedure in copies)
        {
            var lines = await reader.ReadOfficesAsync(View.Competent, communes, Dimension.Procedure, procedure.Code, period, ct);
            certifying.UnionWith(lines.Where(line => line.Tally.Resolved > 0).Select(line => line.Value));
        }

        return certifying.Count;
    }

    // Decree 63/2010, Article 8.2: what has to be published of each.
    private static bool IsComplete(ProcedureVersion procedure) =>
        procedure is { Name.Vi.Length: > 0, Steps.Count: > 0, Components.Count: > 0, Results.Count: > 0, Who.Vi.Length: > 0, LegalBases.Count: > 0 };
}
