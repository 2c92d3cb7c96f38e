using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Index;

/// <summary>What an act would take from the office in one item of the index, by our estimate.</summary>
/// <param name="Item">Its code at the National Portal.</param>
/// <param name="National">By the national rule, which differs from ours.</param>
/// <param name="Points">Points lost, to four decimals; null where nobody has published what the item is worth.</param>
/// <param name="OutOf">What the item could give; null where that is not known.</param>
/// <param name="Why">The rule, in a sentence.</param>
public sealed record ActCost(Act Act, string Item, Text Name, bool National, decimal? Points, decimal? OutOf, Text Why);

/// <summary>What the acts open to the reader would cost the competent office this month. An estimate, and no reason not to do what the law asks.</summary>
/// <param name="Office">Whose index; null while nobody knows which agency is competent.</param>
/// <param name="From">The first day counted.</param>
/// <param name="To">The last day of the period.</param>
public sealed record ActCostView(bool Estimate, string Rules, string? Office, DateOnly From, DateOnly To, IReadOnlyList<ActCost> Items);
