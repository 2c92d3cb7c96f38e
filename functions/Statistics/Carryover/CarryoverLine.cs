using System.Globalization;
using CsvHelper;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Carryover;

/// <summary>What is wrong with a field of the file.</summary>
/// <param name="Line">In the file, the head being 1.</param>
/// <param name="Value">Masked but for its first two characters.</param>
/// <param name="Code">
/// Stable: missing, not-a-date, unknown-procedure, unknown-office, unknown-status, unknown-channel, twice-in-file, carried-over-before, dates-reversed,
/// not-a-number.
/// </param>
public sealed record CarryoverError(long Line, string Column, string Value, string Code)
{
    public static CarryoverError Of(long line, string column, string? value, string code) =>
        new(line, column, value is { Length: > 2 } ? $"{value[..2]}…" : value ?? "", code);
}

/// <summary>A line of the file as it was typed, by the names of its columns.</summary>
public sealed record CarryoverLine(long Line, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A star is on what must be there.</summary>
    public static IReadOnlyList<(string Name, bool Required)> Columns { get; } =
    [
        ("ma_ho_so_cu", true), ("ma_tthc", true), ("ma_don_vi", true), ("ten_chu_ho_so", true), ("loai_doi_tuong", true), ("so_dinh_danh", false),
        ("kenh", true), ("ngay_nop", false),
        ("ngay_tiep_nhan", true), ("ngay_hen_tra", true), ("trang_thai", true), ("ngay_yeu_cau_bo_sung", false), ("so_lan_bo_sung", false),
        ("ngay_ket_thuc", false), ("ghi_chu", false),
    ];

    private static readonly string[] Formats = ["dd/MM/yyyy", "dd/MM/yyyy HH:mm", "yyyyMMddHHmmss"];

    public string? this[string column] => Fields.GetValueOrDefault(column) is { Length: > 0 } value ? value : null;

    public string OldCode => this["ma_ho_so_cu"]!;

    /// <summary>Office time; null when empty or no date.</summary>
    public DateTimeOffset? At(string column) => DateTime.TryParseExact(this[column], Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        ? new DateTimeOffset(at, Clock.Zone.GetUtcOffset(at))
        : null;

    /// <summary>Every line, one at a time; UTF-8 with or without a mark, commas or semicolons, whichever the head has more of.</summary>
    public static IEnumerable<CarryoverLine> Read(Stream file)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        using var csv = new CsvParser(
            reader, new CsvHelper.Configuration.CsvConfiguration(
                CultureInfo.InvariantCulture)
            { DetectDelimiter = true, DetectDelimiterValues = [";", ","], BadDataFound = null });
        if (!csv.Read())
        {
            yield break;
        }

        var head = csv.Record!.Select(name => name.Trim()).ToArray();
        while (csv.Read())
        {
            var fields = head.Zip(csv.Record!).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second.Trim());
            yield return new CarryoverLine(csv.RawRow, fields);
        }
    }
}
