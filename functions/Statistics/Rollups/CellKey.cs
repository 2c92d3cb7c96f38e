using System.Globalization;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>By which of its three places a dossier is counted.</summary>
public enum View
{
    /// <summary>Cơ quan có thẩm quyền: the official reports.</summary>
    Competent,

    /// <summary>Nơi tiếp nhận: the load of a desk.</summary>
    Receipt,

    /// <summary>Nơi đang giữ: who sits on it.</summary>
    Holding,
}

/// <summary>What is told apart within an office: nothing, sectors, or procedures.</summary>
public enum Dimension { All, Sector, Procedure }

/// <summary>Which stretch of time a row adds up.</summary>
public enum Slot
{
    /// <summary>A day of office time, yyyyMMdd.</summary>
    Day,

    /// <summary>yyyyMM.</summary>
    Month,

    /// <summary>
    /// The minute at which something will be overdue by itself, yyyyMMddHHmm: day and month count it already, so whoever asks in the middle of
    /// a day takes off what has not come yet.
    /// </summary>
    Minute,
}

/// <summary>Where one row of the roll-ups stands.</summary>
/// <param name="Office">Its code, or <see cref="Province"/> for the sum of all.</param>
/// <param name="Value">Code of the sector or procedure; empty for all.</param>
public readonly record struct CellKey(View View, string Office, Dimension Dimension, string Value, Slot Slot, string Time)
{
    public const string Province = "*";
    internal const string Prefix = "c|";

    public string ToRowKey() => PrefixOf(View, Office, Dimension, Slot) + $"{Value}|{Time}";

    public static CellKey Parse(string rowKey)
    {
        var parts = rowKey.Split('|');
        return new(Enum.Parse<View>(parts[1]), parts[2], Enum.Parse<Dimension>(parts[3]), parts[5], Enum.Parse<Slot>(parts[4]), parts[6]);
    }

    /// <summary>All rows of one sort in an office begin so.</summary>
    public static string PrefixOf(View view, string office, Dimension dimension, Slot slot) => $"{Prefix}{view}|{office}|{dimension}|{slot}|";

    public static string TimeOf(Slot slot, DateTimeOffset at)
    {
        var here = at.Here();
        return here.ToString(FormatOf(slot), CultureInfo.InvariantCulture);
    }

    public static string TimeOf(Slot slot, DateOnly day) => day.ToString(slot is Slot.Month ? "yyyyMM" : "yyyyMMdd", CultureInfo.InvariantCulture);

    private static string FormatOf(Slot slot) => slot switch
    {
        Slot.Month => "yyyyMM",
        Slot.Day => "yyyyMMdd",
        _ => "yyyyMMddHHmm",
    };
}
