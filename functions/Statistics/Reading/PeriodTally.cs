using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reading;

/// <summary>What happened in a period, between what stood at its beginning and what stands at its end.</summary>
/// <param name="Opening">Balances before the first day.</param>
/// <param name="Flow">What happened, and by how much balances changed.</param>
public sealed record PeriodTally(Tally Opening, Tally Flow)
{
    public static PeriodTally Empty { get; } = new(new Tally(), new Tally());

    /// <summary>Kỳ trước chuyển qua.</summary>
    public long Carried => Opening.Sum(Measures.OpenBalances);

    public long Received => Flow.Sum(Measures.Received);

    public long ReceivedOnline => Flow[Measure.ReceivedFull] + Flow[Measure.ReceivedPartial] + Flow[Measure.ReceivedOther];

    public long Late => Flow[Measure.LateApology] + Flow[Measure.LateNoApology];

    /// <summary>Đã giải quyết: a result was released.</summary>
    public long Resolved => Flow[Measure.Ahead] + Flow[Measure.OnTime] + Late;

    public long Overdue => Closing(Measure.OverdueApology) + Closing(Measure.OverdueNoApology);

    public long WaitingAtBegin => Opening.Sum(Measures.IntakeBalances);

    /// <summary>How many stand in a bucket at the cut-off.</summary>
    public long Closing(Measure balance) => Opening[balance] + Flow[balance];

    /// <summary>
    /// carried + received (+ handed in) − everything it became: 0 when the books balance. Phương trình chính.
    /// </summary>
    public long MainDifference =>
        Carried + Received + Flow[Measure.HandedIn] - Flow.Sum(Measures.Ended) - Flow[Measure.HandedOut] - Measures.OpenBalances.Sum(Closing);

    /// <summary>waiting + filed − decided − still waiting: 0 when the books balance. Phương trình tiếp nhận.</summary>
    public long IntakeDifference => WaitingAtBegin + Flow[Measure.Filed] - Flow[Measure.Accepted] - Flow[Measure.NotAccepted] - Flow[Measure.WithdrawnBefore]
        - Measures.IntakeBalances.Sum(Closing);

    /// <summary>A bucket that holds fewer than none cannot be: something was counted out that was never counted in.</summary>
    public bool Balances =>
        MainDifference is 0 && IntakeDifference is 0 && Measures.All.Where(measure => measure.IsBalance()).All(measure => Closing(measure) >= 0);

    public static PeriodTally Sum(IEnumerable<PeriodTally> parts) =>
        parts.Aggregate(new PeriodTally(new Tally(), new Tally()), (sum, part) => new(sum.Opening.Add(part.Opening), sum.Flow.Add(part.Flow)));
}
