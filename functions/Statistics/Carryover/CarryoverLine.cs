using System.Globalization;
using CsvHelper;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Carryover;

/// <summary>What is wrong with a field of the file.</summary>
/// <param name="Line">In the file, the head being 1.</param>
/// <param name="Value">Masked but for its first two characters.</param>
/// <param name="Code">
/// Stable: missing, not-a-date, unknown-procedure, unknown-office, unknown-status, unknown-channel, twice-in-file, carried-over-before, dates-reversed,
/// not-a-number, not-yes-or-no, unknown-column.
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
        ("ngay_ket_thuc", false), ("ngay_gia_han", false), ("da_xin_loi", false), ("can_bo", false), ("phi_da_nop", false), ("ghi_chu", false),
    ];

    /// <summary>Columns nobody here knows: what stands in them would be lost, so the file is refused.</summary>
    public IEnumerable<string> Strange => Fields.Keys.Where(name => name.Length > 0 && Columns.All(column => column.Name != name));

    /// <summary>How often a supplement was asked for; null when it is no number from 0 to 20.</summary>
    public int? Rounds => this["so_lan_bo_sung"] is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds <= MostRounds ? rounds : null;

    /// <summary>What the old system knew and no book here holds: kept in words with the dossier.</summary>
    public string Remembered => string.Join("; ", new[]
    {
        this["ngay_gia_han"] is { } extended ? $"đã gia hạn ngày {extended}" : null,
        this["can_bo"] is { } officer ? $"cán bộ {officer}" : null,
        this["phi_da_nop"] is { } paid ? $"phí đã nộp ở hệ thống cũ {paid} đồng, không vào sổ thu" : null,
        this["ghi_chu"],
    }.OfType<string>());

    private const int MostRounds = 20;

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
