using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Portal.Outbound;
using PublicAdmin.Portal.Reconciling;
using PublicAdmin.Tests.Archive;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>What the portal lists of a dossier's files is held against ours, and mended by sending the dossier again.</summary>
public sealed class PortalFilesDifferTests
{
    private const string Day = "/api/portal/reconciliations/2026-11-20";

    [Fact]
    public async Task A_file_that_is_missing_strange_of_another_name_or_of_other_bytes_is_told_by_dossier_and_mended_by_sending_again()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        var codes = await CopiedAsync(office, 5);
        Spoil(portal, codes);
        await NightAsync(office);

        var listed = await DifferencesAsync(office);
        Assert.Equal(codes.Take(4).Select(code => (code, PortalDifferenceKind.FilesDiffer)), listed.Select(one => (one.Code, one.Kind)));
        Assert.Equal((1, 0), CountOf(listed[0]));
        Assert.Equal((1, 1), CountOf(listed[1]));
        Assert.Equal((1, 1), CountOf(listed[2]));
        Assert.Equal(("khac.pdf", 0), (listed[3].Theirs!.Files!.Single().Name, listed[3].Ours!.Files!.Count));
        Assert.NotNull(listed[0].Ours!.Files!.Single().Sha256);

        var repair = new RepairForm([.. codes.Take(4)]);
        (await office.As("administrator-province").PostAsJsonAsync($"{Day}/repairs", repair, OfficeJson.Options)).EnsureSuccessStatusCode();
        await office.DeliverMessagesAsync();
        await NightAsync(office);

        Assert.Empty(await DifferencesAsync(office));
        var ledger = await office.As("administrator-province").GetFromJsonAsync<PortalEntry>($"/api/dossiers/{codes[0]}/portal-ledger", OfficeJson.Stored);
        Assert.Equal(2, ledger!.Files);
    }

    [Fact]
    public async Task A_portal_that_says_nothing_of_files_differs_in_none_and_one_that_answers_nonsense_leaves_the_day_as_it_was()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        var code = (await office.CopiedAsync(Filings.CertifiedCopy(office.OfficeOf("clerk-dien-bien-phu")))).ToString();
        Change(portal, code, held => { held.Remove("TaiLieuNop"); held.Remove("DanhSachGiayToKetQua"); });
        await NightAsync(office);
        var before = await ReadAsync(office);
        portal.Nonsense = true;
        await NightAsync(office);

        Assert.Equal((1, 0), (before.Matched, before.Differences));
        Assert.Equal(before.At, (await ReadAsync(office)).At);
    }

    private static void Spoil(PortalServer portal, IReadOnlyList<string> codes)
    {
        Change(portal, codes[0], held => held["TaiLieuNop"] = new JsonArray());
        Change(portal, codes[1], held => held["DanhSachGiayToKetQua"]![0]!["TenGiayTo"] = "Kết quả khác");
        Change(portal, codes[2], held => held["TaiLieuNop"]![0]!["GiaTriBam"] = new string('0', 64));
        Change(portal, codes[3], held => held["TaiLieuNop"]!.AsArray().Add(Strange(deleted: false)));
        Change(portal, codes[4], held => held["TaiLieuNop"]!.AsArray().Add(Strange(deleted: true)));
    }

    private static async Task<IReadOnlyList<string>> CopiedAsync(Office office, int count)
    {
        var codes = new List<string>();
        for (var n = 0; n < count; n++)
        {
            codes.Add((await office.CopiedAsync(Filings.CertifiedCopy(office.OfficeOf("clerk-dien-bien-phu")))).ToString());
        }

        return codes;
    }

    private static (int Ours, int Theirs) CountOf(PortalDifference difference) => (difference.Ours!.Files!.Count, difference.Theirs!.Files!.Count);

    private static JsonObject Strange(bool deleted) =>
        new() { ["TepDinhKemId"] = "H18.9", ["TenTepDinhKem"] = "khac.pdf", ["IsDeleted"] = deleted ? "True" : "False" };

    private static void Change(PortalServer portal, string code, Action<JsonObject> change)
    {
        var held = JsonNode.Parse(portal.Holds[code].GetRawText())!.AsObject();
        change(held);
        portal.Holds[code] = JsonSerializer.SerializeToElement(held);
    }

    private static Task NightAsync(Office office)
    {
        office.Clock.Advance(TimeSpan.FromDays(1));
        return office.RunTimerAsync(nameof(ReconcilePortal));
    }

    private static async Task<PortalReconciliation> ReadAsync(Office office) =>
        (await office.As("administrator-province").GetFromJsonAsync<PortalReconciliation>(Day, OfficeJson.Stored))!;

    private static async Task<IReadOnlyList<PortalDifference>> DifferencesAsync(Office office) =>
        (await office.As("administrator-province").GetFromJsonAsync<PageOf<PortalDifference>>($"{Day}/differences", OfficeJson.Stored))!.Items;
}
