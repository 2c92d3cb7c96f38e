using PublicAdmin.Statistics.Facts;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>What one fact adds to the roll-ups: pure, so that taking it off again is adding the same with the other sign.</summary>
/// <param name="cells">Where it is added up.</param>
/// <param name="monthsOnly">Days and minutes are left out: a recount that fits into memory.</param>
public sealed class Contribution(Dictionary<CellKey, Tally> cells, bool monthsOnly = false)
{
    private static readonly Slot[] Always = [Slot.Day, Slot.Month];
    private static readonly Slot[] ByItself = [Slot.Day, Slot.Month, Slot.Minute];

    /// <param name="fact">Whose.</param>
    /// <param name="times">1 to add, −1 to take off.</param>
    public void Add(Fact fact, int times)
    {
        Step? before = null;
        foreach (var step in fact.Steps)
        {
            // Only the passing of time makes overdue what a moment ago was in time; every other step is something that happened.
            var slots = step.Standing is Standing.Overdue or Standing.WaitingLate && before?.Standing is Standing.Open or Standing.Waiting ? ByItself : Always;
            AddStep(fact, before, step, slots, times);
            before = step;
        }

        if (fact.Paid is { } paid)
        {
            var measure = paid.Online ? Measure.PaidOnline : Measure.PaidDirect;
            var holding = fact.At(paid.At)?.Holding ?? fact.Receipt;
            AddAll(fact, holding, paid.At, Always, tally => tally[measure] += times);
        }

        if (fact.Vote is { } vote)
        {
            AddAll(fact, fact.Steps[^1].Holding, vote.At, Always, tally =>
            {
                tally[Measure.Rated] += times;
                tally[Measure.Satisfied] += vote.Satisfied ? times : 0;
                tally[Measure.DislikedInTime] += !vote.Satisfied && fact.Steps[^1].Standing is not Standing.Late ? times : 0; // Late is counted already.
            });
        }
    }

    private void AddStep(Fact fact, Step? before, Step step, Slot[] slots, int times)
    {
        var moved = before is not null && before.Holding != step.Holding;
        AddPlaces(fact, step.At, slots, tally => StepCounts.Of(fact, before, step).AddTo(tally, times));
        if (moved)
        {
            AddCells(View.Holding, before!.Holding, fact, step.At, slots, tally => StepCounts.HandOut(fact, before, step).AddTo(tally, times));
            AddCells(View.Holding, step.Holding, fact, step.At, slots, tally => StepCounts.HandIn(fact, before, step).AddTo(tally, times));
        }
        else
        {
            AddCells(View.Holding, step.Holding, fact, step.At, slots, tally => StepCounts.Of(fact, before, step).AddTo(tally, times));
        }
    }

    private void AddAll(Fact fact, string holding, DateTimeOffset at, Slot[] slots, Action<Tally> add)
    {
        AddPlaces(fact, at, slots, add);
        AddCells(View.Holding, holding, fact, at, slots, add);
    }

    private void AddPlaces(Fact fact, DateTimeOffset at, Slot[] slots, Action<Tally> add)
    {
        AddCells(View.Competent, fact.CompetentOrUnknown, fact, at, slots, add);
        AddCells(View.Competent, CellKey.Province, fact, at, slots, add);
        AddCells(View.Receipt, fact.Receipt, fact, at, slots, add);
    }

    private void AddCells(View view, string office, Fact fact, DateTimeOffset at, Slot[] slots, Action<Tally> add)
    {
        foreach (var slot in slots.Where(slot => !monthsOnly || slot is Slot.Month))
        {
            var time = CellKey.TimeOf(slot, at);
            add(CellOf(new CellKey(view, office, Dimension.All, "", slot, time)));
            add(CellOf(new CellKey(view, office, Dimension.Sector, fact.Sector, slot, time)));
            add(CellOf(new CellKey(view, office, Dimension.Procedure, fact.Procedure, slot, time)));
        }
    }

    private Tally CellOf(CellKey key)
    {
        if (!cells.TryGetValue(key, out var tally))
        {
            cells[key] = tally = new Tally();
        }

        return tally;
    }
}
