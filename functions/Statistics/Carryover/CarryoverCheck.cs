using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Statistics.Carryover;

/// <summary>What a dry run found.</summary>
/// <param name="Lines">Without the head.</param>
/// <param name="Errors">The first hundred.</param>
/// <param name="ErrorCount">All of them.</param>
/// <param name="Counts">Lines by office and status, as <c>office status</c>: the receipt says the same when all are in.</param>
public sealed record CarryoverReport(long Lines, long ErrorCount, IReadOnlyList<CarryoverError> Errors, IReadOnlyDictionary<string, long> Counts);

/// <summary>Checks every line of a file by itself and against the others, in one pass.</summary>
public sealed class CarryoverCheck(ProcedureCatalogue procedures, OfficeDirectory offices, TimeProvider clock)
{
    public const int MostLines = 200_000;
    private const int MostErrors = 100;

    private static readonly string[] Dates = ["ngay_nop", "ngay_tiep_nhan", "ngay_hen_tra", "ngay_yeu_cau_bo_sung", "ngay_ket_thuc", "ngay_gia_han"];
    private static readonly string[] Statuses = ["2", "4", "5", "6", "7", "8", "9", "10"];

    /// <param name="file">From its position to its end.</param>
    /// <param name="knownAs">Whether an old code was carried over before, by another file.</param>
    public async Task<CarryoverReport> RunAsync(Stream file, Func<string, Task<bool>> knownAs)
    {
        var (lines, count, errors, counts, codes) = (0L, 0L, new List<CarryoverError>(), new Dictionary<string, long>(),
            new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var line in CarryoverLine.Read(file).Take(MostLines + 1))
        {
            lines++;
            var found = ErrorsOf(line).Concat(lines is 1 ? line.Strange.Select(name => CarryoverError.Of(1, name, null, "unknown-column")) : []).ToList();
            if (found.Count is 0)
            {
                found.AddRange(!codes.Add(line.OldCode) ? [CarryoverError.Of(line.Line, "ma_ho_so_cu", line.OldCode, "twice-in-file")]
                    : await knownAs(line.OldCode) ? [CarryoverError.Of(line.Line, "ma_ho_so_cu", line.OldCode, "carried-over-before")] : []);
                var key = $"{line["ma_don_vi"]} {line["trang_thai"]}";
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }

            count += found.Count;
            errors.AddRange(found.Take(MostErrors - errors.Count));
        }

        return lines > MostLines
            ? new(lines, count + 1, [CarryoverError.Of(MostLines + 1, "", null, "too-many-lines")], counts) : new(lines, count, errors, counts);
    }

    private IEnumerable<CarryoverError> ErrorsOf(CarryoverLine line)
    {
        foreach (var (name, _) in CarryoverLine.Columns.Where(column => column.Required && line[column.Name] is null))
        {
            yield return CarryoverError.Of(line.Line, name, null, "missing");
        }

        foreach (var name in Dates.Where(name => line[name] is not null && line.At(name) is null))
        {
            yield return CarryoverError.Of(line.Line, name, line[name], "not-a-date");
        }

        foreach (var (column, code) in FactsOf(line).Concat(NumbersOf(line)))
        {
            yield return CarryoverError.Of(line.Line, column, line[column], code);
        }
    }

    private static IEnumerable<(string Column, string Code)> NumbersOf(CarryoverLine line)
    {
        if (line.Rounds is null)
        {
            yield return ("so_lan_bo_sung", "not-a-number");
        }

        if (line["phi_da_nop"] is { } paid && !paid.All(char.IsAsciiDigit))
        {
            yield return ("phi_da_nop", "not-a-number");
        }

        if (line["da_xin_loi"] is not (null or "0" or "1"))
        {
            yield return ("da_xin_loi", "not-yes-or-no");
        }
    }

    private IEnumerable<(string Column, string Code)> FactsOf(CarryoverLine line)
    {
        var today = clock.Today();
        if (line["ma_tthc"] is { } procedure && procedures.Find(procedure, today) is null)
        {
            yield return ("ma_tthc", "unknown-procedure");
        }

        if (line["ma_don_vi"] is { } office && offices.Find(office, today) is null)
        {
            yield return ("ma_don_vi", "unknown-office");
        }

        if (line["trang_thai"] is { } status && !Statuses.Contains(status))
        {
            yield return ("trang_thai", "unknown-status");
        }

        if (line["kenh"] is { } channel && channel is not ("1" or "2" or "3"))
        {
            yield return ("kenh", "unknown-channel");
        }

        if (line["loai_doi_tuong"] is { } kind && kind is not ("1" or "2"))
        {
            yield return ("loai_doi_tuong", "unknown-kind");
        }

        if (line.At("ngay_tiep_nhan") is { } received
            && (received > clock.GetUtcNow() || line.At("ngay_hen_tra") < received || line.At("ngay_ket_thuc") < received || line.At("ngay_nop") > received))
        {
            yield return ("ngay_tiep_nhan", "dates-reversed");
        }

        if (line["trang_thai"] is "7" or "8" or "9" or "10" && line.At("ngay_ket_thuc") is null)
        {
            yield return ("ngay_ket_thuc", "missing");
        }
    }
}
