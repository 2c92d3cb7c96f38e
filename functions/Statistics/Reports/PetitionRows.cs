using System.Globalization;
using PublicAdmin.Offices;
using PublicAdmin.Petitions;
using PublicAdmin.Platform;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reports;

/// <summary>The rows of the report of petitions: by office, and the same by the way they came. It costs the days of the period, office by office.</summary>
public sealed class PetitionRows(PetitionStore petitions, StatisticsDesk names, OfficeDirectory offices, TimeProvider clock)
{
    private const string Overdue = "petitionsOverdue";

    private static readonly (PetitionChannel Channel, string Label)[] Channels =
        [(PetitionChannel.Account, "Đăng nhập tài khoản định danh"), (PetitionChannel.Open, "Trang công khai, không đăng nhập")];

    public async Task<IReadOnlyList<ReportRow>> MakeAsync(ReportForm form, string office, Period period, CancellationToken ct)
    {
        var overdue = await OverdueAsync(office, period, ct);
        List<(string Label, IReadOnlyDictionary<string, long> Numbers)> byOffice = [], byChannel = [];
        foreach (var code in office is CellKey.Province ? [.. offices.Codes.Order(StringComparer.Ordinal)] : (IReadOnlyList<string>)[office])
        {
            byOffice.Add((names.NameOfOffice(code).Vi, await NumbersAsync(code, period, null, overdue.Count(one => one.Office == code), ct)));
        }

        foreach (var (channel, label) in Channels)
        {
            byChannel.Add((label, await NumbersAsync(office, period, channel, overdue.Count(one => one.Channel == channel), ct)));
        }

        var all = await NumbersAsync(office, period, null, overdue.Count, ct);
        byChannel.Add(("Trước khi hệ thống ghi kênh", Rest(all, byChannel.Select(line => line.Numbers))));
        return [.. Section(form, "I", "Theo cơ quan", all, byOffice), .. Section(form, "II", "Theo kênh tiếp nhận", all, byChannel)];
    }

    // Who waits too long is known of today alone.
    private async Task<IReadOnlyList<Petition>> OverdueAsync(string office, Period period, CancellationToken ct) => period.To < clock.Today() ? [] :
        await petitions.WaitingAsync(clock.Today().AddDays(-1), ct).Where(one => office is CellKey.Province || one.Office == office).ToListAsync(ct);

    private async Task<IReadOnlyDictionary<string, long>> NumbersAsync(
        string office, Period period, PetitionChannel? channel, int overdue, CancellationToken ct)
    {
        var counts = await petitions.CountsAsync(office, period.From, period.LastDay, ct, channel);
        return new Dictionary<string, long>
        {
            ["petitionsFiled"] = counts.Filed,
            ["petitionsHandled"] = counts.Handled,
            ["petitionsInTime"] = counts.Handled - counts.Late,
            ["petitionsLate"] = counts.Late,
            ["petitionsRefused"] = counts.Refused,
            [Overdue] = overdue,
            ["petitionsSatisfied"] = counts.Satisfied,
            ["petitionsDissatisfied"] = counts.Dissatisfied,
        };
    }

    private static Dictionary<string, long> Rest(
        IReadOnlyDictionary<string, long> all, IEnumerable<IReadOnlyDictionary<string, long>> parts) =>
        all.ToDictionary(number => number.Key, number => number.Value - parts.Sum(part => part[number.Key]));

    private static IEnumerable<ReportRow> Section(
        ReportForm form, string number, string title, IReadOnlyDictionary<string, long> all,
        IEnumerable<(string Label, IReadOnlyDictionary<string, long> Numbers)> lines) =>
        lines.Where(line => line.Numbers.Values.Any(value => value != 0))
            .Select((line, n) => Row(form, (n + 1).ToString(CultureInfo.InvariantCulture), line.Label, false, line.Numbers))
            .Prepend(Row(form, number, title, true, all));

    private static ReportRow Row(ReportForm form, string number, string label, bool bold, IReadOnlyDictionary<string, long> numbers) =>
        new(number, label, bold, [.. form.Columns.Select(column => column.Of(numbers, []))], []);
}
