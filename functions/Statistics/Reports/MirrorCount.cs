using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Submission.Elsewhere;

namespace PublicAdmin.Statistics.Reports;

/// <summary>
/// Hồ sơ do Bộ, ngành giải quyết: dossiers of ministries' own systems that concern an office. They are no dossiers of ours, so they stand in a column of their
/// own and in no equation. Counting costs the mirrors of the office.
/// </summary>
public sealed class MirrorCount(MirrorBook mirrors, ProcedureCatalogue procedures)
{
    private const string UnknownSector = "khac";

    /// <summary>Those handed in during a period, by sector.</summary>
    public async Task<IReadOnlyDictionary<string, long>> BySectorAsync(string office, Period period, CancellationToken ct)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var mirror in mirrors.ReadAsync(office, ct).Where(one => one.SubmittedAt >= period.Begin && one.SubmittedAt <= period.CutOff))
        {
            var sector = procedures.VersionsOf(mirror.Procedure) is [.., var version] ? version.Sector.Code : UnknownSector;
            counts[sector] = counts.GetValueOrDefault(sector) + 1;
        }

        return counts;
    }
}
