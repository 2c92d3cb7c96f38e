using PublicAdmin.Dossiers;
using PublicAdmin.Offices;

namespace PublicAdmin.Statistics.Replay;

/// <summary>Deals a plan out into dossiers: always the same ones in the same order, so that a load broken off goes on where it stopped.</summary>
public sealed class ReplayCast(OfficeDirectory offices)
{
    // Prime to the sizes: walks through a section so that channels and endings mix.
    private const long Stride = 7_919;

    public IEnumerable<ReplayDossier> Of(ReplayPlan plan)
    {
        var number = 0;
        foreach (var section in plan.Sections)
        {
            var (places, endings) = (CompetentOf(plan, section), EndingsOf(plan, section));
            for (var n = 0; n < section.Total; n++)
            {
                var competent = places[n % places.Count];
                var receipt = section.Others is "departments" ? CenterOf(plan) : competent;
                var procedure = endings[n] is ReplayEnding.Posting && section.Others is not "departments"
                    ? "1.013978" : section.Procedures[n % section.Procedures.Count];
                yield return new ReplayDossier(
                    number++, receipt, competent, procedure, ChannelOf(section, n), ChannelOf(section, n) is Channel.Counter && IsCarried(section, n),
                    endings[n]);
            }
        }
    }

    /// <summary>The offices a section is about.</summary>
    public IReadOnlyList<string> CompetentOf(ReplayPlan plan, ReplaySection section)
    {
        var named = plan.Sections.SelectMany(one => one.Units ?? []).ToHashSet();
        return [.. offices.All(plan.From).Where(office => section switch
        {
            { Units: { } units } => office.Unit is { } unit && units.Contains(unit),
            { Others: "communes" } => office is { IsCommune: true, Unit: { } unit } && !named.Contains(unit),
            _ => office.Kind is OfficeKind.Department,
        }).Select(office => office.Code)];
    }

    private string CenterOf(ReplayPlan plan) => offices.All(plan.From).First(office => office.Kind is OfficeKind.ProvincialCenter).Code;

    // The carried over come first and have ended; the rest is mixed.
    private static bool IsCarried(ReplaySection section, int n) => n < section.Carried;

    private static Channel ChannelOf(ReplaySection section, int n) =>
        IsCarried(section, n)
            ? Channel.Counter : Mixed(n - section.Carried, section.Total - section.Carried) < section.Online ? Channel.Online : Channel.Counter;

    private static ReplayEnding[] EndingsOf(ReplayPlan plan, ReplaySection section)
    {
        var endings = new List<ReplayEnding>(section.Total);
        void Add(ReplayEnding ending, int count) => endings.AddRange(Enumerable.Repeat(ending, count));
        Add(ReplayEnding.Ahead, section.Ahead);
        Add(ReplayEnding.OnTime, section.OnTime);
        Add(ReplayEnding.Late, section.Late);
        Add(ReplayEnding.Open, section.Open);
        var left = section.Unexplained;
        foreach (var (ending, percent) in plan.Unexplained.OrderBy(share => share.Key))
        {
            var count = Math.Min(left, (int)Math.Ceiling(section.Unexplained * percent / 100.0));
            Add(ending, count);
            left -= count;
        }

        return [.. endings];
    }

    private static long Mixed(int n, int of) => n * Stride % of;
}
