using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Procedures;
using PublicAdmin.Procedures.Reasons;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Procedures;

public sealed class ReasonTests
{
    [Fact]
    public async Task A_clerk_chooses_among_reasons_with_their_ground_the_procedures_own_first()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        using var clerk = office.As("clerk-muong-ang");

        var supplement = (await clerk.GetFromJsonAsync<JsonElement>("/api/procedures/1.001193/reasons?kind=supplement")).GetProperty("items");
        var all = (await clerk.GetFromJsonAsync<JsonElement>("/api/procedures/1.001193/reasons")).GetProperty("items");

        Assert.Equal("1.001193-1", supplement[0].GetProperty("id").GetString());
        Assert.Contains("Điều 16", supplement[0].GetProperty("law").GetString(), StringComparison.Ordinal);
        Assert.All(supplement.EnumerateArray(), reason => Assert.Equal("supplement", reason.GetProperty("kind").GetString()));
        Assert.True(all.GetArrayLength() > supplement.GetArrayLength());
        Assert.Equal("query-invalid", (await clerk.GetAsync("/api/procedures/1.001193/reasons?kind=praise").ProblemAsync(HttpStatusCode.BadRequest)).Code);
    }

    [Fact]
    public void Every_procedure_has_reasons_of_its_own_and_each_names_its_ground()
    {
        var codes = new ProcedureCatalogue().All(new DateOnly(2026, 11, 20)).Select(procedure => procedure.Code);

        Assert.Equal(codes.Order(), ReasonBook.Shipped.Procedures.Select(one => one.Code).Order());
        Assert.All(ReasonBook.Shipped.Procedures.SelectMany(one => one.Reasons).Concat(ReasonBook.Shipped.Common),
            reason => Assert.False(string.IsNullOrWhiteSpace(reason.Law)));
    }
}
