using System.Globalization;
using System.Text.Json;
using PublicAdmin.Portal.Outbound;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>Asks the portal what it holds of a day, page after page.</summary>
public sealed class PortalLookUp(PortalLine line)
{
    private const int MostPages = 10_000;

    /// <param name="unit">The province's code, as it sends.</param>
    /// <param name="day">NgayTiepNhan.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>By code; null when the portal is away or a page cannot be read: half a day is no day.</returns>
    public async Task<IReadOnlyDictionary<string, PortalFacts>?> ReadAsync(string unit, DateOnly day, CancellationToken ct)
    {
        var found = new Dictionary<string, PortalFacts>(StringComparer.Ordinal);
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var asked = new Dictionary<string, object> { ["NgayTiepNhan"] = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), ["Trang"] = page };
            var answer = await line.SendAsync(unit, PortalMessages.LookUp, null, asked, ct);
            if (answer is not { IsGood: true, Said: { } said } || !said.TryGetProperty("data", out var data) || data.ValueKind is not JsonValueKind.Array
                || data.EnumerateArray().Any(one => one.ValueKind is not JsonValueKind.Object))
            {
                return null;
            }

            foreach (var one in data.EnumerateArray())
            {
                found[Text(one, "MaHoSo")] = new PortalFacts(
                    Text(one, "TrangThaiHoSo"), Text(one, "NgayTiepNhan"), Text(one, "NgayHenTra"), Text(one, "NgayKetThucXuLy"), FilesOf(one));
            }

            pages = said.TryGetProperty("TongSoTrang", out var total) && int.TryParse(total.ToString(), CultureInfo.InvariantCulture, out var number)
                ? Math.Min(number, MostPages)
                : 1;
        }

        return found;
    }

    // Null where it says nothing of files at all: what is not said differs from nothing.
    private static IReadOnlyList<ToldFile>? FilesOf(JsonElement one) =>
        ListOf(one, "TaiLieuNop", "TepDinhKemId", "TenTepDinhKem") is var papers && ListOf(one, "DanhSachGiayToKetQua", "GiayToId", "TenGiayTo") is var results
        && papers is null && results is null ? null : [.. papers ?? [], .. results ?? []];

    private static List<ToldFile>? ListOf(JsonElement one, string list, string id, string name) =>
        !one.TryGetProperty(list, out var files) || files.ValueKind is not JsonValueKind.Array ? null
        : [.. files.EnumerateArray().Where(file => file.ValueKind is JsonValueKind.Object && Text(file, "IsDeleted") != "True")
            .Select(file => new ToldFile(Text(file, id), Text(file, name), Text(file, "GiaTriBam") is { Length: > 0 } sha256 ? sha256 : null))];

    private static string Text(JsonElement one, string name) => one.TryGetProperty(name, out var value) ? value.ToString() : "";
}
