namespace PublicAdmin.Statistics.Reading;

/// <summary>Numbers of the books by their names, as rules that are data add them up.</summary>
internal static class NamedNumbers
{
    /// <param name="numbers">By name; what is not there is nought.</param>
    /// <param name="names">Added up.</param>
    /// <param name="less">Taken off, but never below nought; null for none.</param>
    public static long Sum(this IReadOnlyDictionary<string, long> numbers, IReadOnlyList<string> names, IReadOnlyList<string>? less = null) =>
        Math.Max(0, names.Sum(name => numbers.GetValueOrDefault(name)) - (less ?? []).Sum(name => numbers.GetValueOrDefault(name)));
}
