using System.Globalization;
using System.Net;
using System.Text;
using PublicAdmin.Audit;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>What is not empty, not sealed or not as it was sealed is never filled, believed or brought back.</summary>
public sealed class RestoreRefusalsTests
{
    private static readonly DateOnly Oldest = new(2026, 11, 20);
    private static readonly DateOnly Newest = new(2026, 11, 22);

    [Fact]
    public async Task A_table_with_dossiers_in_it_is_left_alone()
    {
        await using var office = await Office.OpenAsync();
        await office.FileOneAsync();
        await office.SealUpToAsync("2026-11-20T18:10Z");

        var problem = await office.As("administrator-province").PostAsync("/api/audit/restoration", null).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal("restore-not-empty", problem.Code);
    }

    [Fact]
    public async Task Without_a_seal_there_is_nothing_to_restore_from()
    {
        await using var office = await Office.OpenAsync();

        var problem = await office.As("administrator-province").PostAsync("/api/audit/restoration", null).ProblemAsync(HttpStatusCode.NotFound);

        Assert.Equal("restore-nothing-sealed", problem.Code);
    }

    [Theory]
    [InlineData("administrator-muong-ang")]
    [InlineData("auditor-province")]
    [InlineData("mai")]
    public async Task Only_an_administrator_of_the_province_restores(string persona)
    {
        await using var office = await Office.OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await office.As(persona).PostAsync("/api/audit/restoration", null)).StatusCode);
    }

    [Fact]
    public async Task A_seal_that_was_written_anew_is_not_believed()
    {
        await using var office = await SealedForDaysAsync();
        await office.RewriteAsync(SealNames.Manifest(Newest), Forge);

        await RefusedAsync(office, "restore-seal-broken", Newest);
    }

    [Fact]
    public async Task An_older_seal_written_anew_is_not_believed_although_the_newest_is_whole()
    {
        await using var office = await SealedForDaysAsync();
        await office.RewriteAsync(SealNames.Manifest(Oldest), Forge);

        await RefusedAsync(office, "restore-seal-broken", Oldest);
    }

    [Fact]
    public async Task An_older_seal_nobody_can_read_is_refused()
    {
        await using var office = await SealedForDaysAsync();
        await office.RewriteAsync(SealNames.Manifest(Oldest), _ => "{}"u8.ToArray());

        await RefusedAsync(office, "restore-seal-broken", Oldest);
    }

    [Fact]
    public async Task A_part_written_anew_brings_nothing_back()
    {
        await using var office = await SealedForDaysAsync();
        await office.RewriteAsync((await office.ManifestAsync(Oldest)).Parts[0].Name, bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);

        await RefusedAsync(office, "restore-seal-broken", Oldest);
        Assert.True(await office.The<RestoredRows>().AreEmptyAsync(default));
    }

    [Fact]
    public async Task A_day_taken_out_of_the_chain_stops_it_until_it_is_brought_back()
    {
        await using var office = await SealedForDaysAsync();
        await office.ForgetBlobAsync(SealNames.Manifest(Oldest));

        await RefusedAsync(office, "restore-chain-broken", Oldest);
    }

    // One dossier on the first of three days, so that only the oldest seal can bring it back.
    private static async Task<Office> SealedForDaysAsync()
    {
        var office = await Office.OpenAsync();
        await office.FileOneAsync();
        await office.SealUpToAsync("2026-11-22T18:10Z");
        return office;
    }

    private static byte[] Forge(byte[] manifest) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(manifest).Replace("\"events\": ", "\"events\": 9", StringComparison.Ordinal));

    private static async Task RefusedAsync(Office office, string code, DateOnly day)
    {
        await office.EmptyTablesAsync();

        var problem = await office.As("administrator-province").PostAsync("/api/audit/restoration", null).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal(code, problem.Code);
        Assert.Contains(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), problem.Detail, StringComparison.Ordinal);
    }
}
