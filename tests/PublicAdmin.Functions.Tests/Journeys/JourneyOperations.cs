using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>
/// What the whole journey asks of storage, door by door: <c>operations.tsv</c>. The embedded edition is held against it and so is the Azure edition, counted
/// on the line behind Microsoft's clients; infra/README reckons with it what each door takes in the cloud.
/// </summary>
internal static class JourneyOperations
{
    private static string File => Path.Combine(Repository.Root, "tests", "PublicAdmin.Functions.Tests", "Journeys", "operations.tsv");

    /// <summary>As written down.</summary>
    public static IReadOnlyList<string> Known => [.. System.IO.File.ReadAllLines(File).Skip(1)];

    /// <summary>As counted in a second journey: the first fills what is kept in memory.</summary>
    public static async Task<IReadOnlyList<string>> CountAsync(IOffice office, Func<Operations> spent)
    {
        await WholeJourney.GoAsync(office);
        var counted = new CountedOffice(office, spent);
        await WholeJourney.GoAsync(counted);
        return counted.Lines;
    }
}
