using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

public class OldCarryoverTests
{
    [Fact]
    public async Task A_dossier_older_than_the_office_hours_on_record_stops_no_book()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");

        await CarryoverTests.ImportAsync(office, $"CU-2021-0001;2.000815;{place};Lò Văn Pản;1;;1;;08/03/2021;09/03/2021 17:00;7;;08/03/2021\n");
        await office.DeliverMessagesAsync();

        await BooksTests.AssertBalancedAsync(office);
    }
}
