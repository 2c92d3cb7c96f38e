using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Procedures;

/// <summary>Per what a fee is charged.</summary>
public enum FeeBasis
{
    /// <summary>Nothing is charged (miễn, không thu).</summary>
    Free,
    PerCase,
    PerCopy,

    /// <summary>Per page of each copy, by <see cref="PageScale"/>.</summary>
    PerPage,

    /// <summary>A fee is charged, but its amount was not at hand: set by the provincial People's Council (HĐND tỉnh).</summary>
    AmountUnknown,
}

/// <summary>A fee per page that falls from a certain page on, up to a cap per copy. In đồng.</summary>
/// <param name="Amount">For each page before <paramref name="CheaperFrom"/>.</param>
/// <param name="CheaperFrom">The first page, counted from 1, that costs <paramref name="CheaperAmount"/>.</param>
/// <param name="Cap">The most one copy can cost.</param>
public sealed record PageScale(long Amount, int CheaperFrom, long CheaperAmount, long Cap)
{
    public long PriceOf(int pages)
    {
        var dear = Math.Min(pages, CheaperFrom - 1);
        return Math.Min(Cap, (dear * Amount) + ((pages - dear) * CheaperAmount));
    }
}

/// <summary>One fee (phí, lệ phí) by channel and window of days. Of several rules with one id the first that fits counts.</summary>
/// <param name="Id">The fee; unique but for its channels and windows.</param>
/// <param name="Amount">Đồng per case or copy.</param>
/// <param name="Channels">Null for every channel.</param>
/// <param name="From">First day; null for always.</param>
/// <param name="To">Last day; null for ever.</param>
/// <param name="When">Only in this case, e.g. late registration: charged when the officer says so, never by itself.</param>
public sealed record FeeRule(
    string Id,
    Text Name,
    FeeBasis Basis,
    long? Amount = null,
    PageScale? Pages = null,
    IReadOnlyList<Channel>? Channels = null,
    DateOnly? From = null,
    DateOnly? To = null,
    Text? When = null)
{
    public bool Fits(FeeOccasion occasion) =>
        (Channels is null || Channels.Contains(occasion.Channel))
        && !(occasion.Day < From)
        && !(occasion.Day > To)
        && (When is null || occasion.Cases.Contains(Id));

    /// <summary>In đồng; null when the amount is unknown.</summary>
    public long? PriceOf(FeeOccasion occasion) => Basis switch
    {
        FeeBasis.Free => 0,
        FeeBasis.PerCase => Amount,
        FeeBasis.PerCopy => Amount * occasion.Copies,
        FeeBasis.PerPage => Pages!.PriceOf(occasion.PagesPerCopy) * occasion.Copies,
        FeeBasis.AmountUnknown => null,
        _ => throw new InvalidOperationException($"{Basis} is not a basis."),
    };
}

/// <summary>What a fee depends on.</summary>
/// <param name="Day">The day of receipt.</param>
/// <param name="Copies">How many copies, at least 1.</param>
/// <param name="PagesPerCopy">Pages of one copy, at least 1.</param>
/// <param name="Cases">Ids of conditional fees that apply.</param>
public sealed record FeeOccasion(Channel Channel, DateOnly Day, int Copies = 1, int PagesPerCopy = 1, params IReadOnlyList<string> Cases);

/// <summary>What is to be paid.</summary>
/// <param name="Amount">Đồng; null when unknown.</param>
public sealed record FeeLine(string Id, Text Name, long? Amount = null);

/// <param name="Total">Đồng; null when a line's amount is unknown, which is not the same as nothing to pay.</param>
public sealed record FeeQuote(IReadOnlyList<FeeLine> Lines, long? Total = null)
{
    public bool IsKnown => Total is not null;

    /// <summary>The fees of a procedure on an occasion.</summary>
    public static FeeQuote Of(IReadOnlyList<FeeRule> rules, FeeOccasion occasion)
    {
        var lines = rules.Where(rule => rule.Fits(occasion)).DistinctBy(rule => rule.Id)
            .Select(rule => new FeeLine(rule.Id, rule.Name, rule.PriceOf(occasion))).ToList();
        return new(lines, lines.Exists(line => line.Amount is null) ? null : lines.Sum(line => line.Amount));
    }
}
