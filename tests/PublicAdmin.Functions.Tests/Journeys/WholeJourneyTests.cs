using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>The whole journey in the embedded edition.</summary>
public sealed class WholeJourneyTests
{
    [Fact]
    public async Task A_dossier_goes_through_the_whole_office()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        await WholeJourney.GoAsync(office);
    }
}
