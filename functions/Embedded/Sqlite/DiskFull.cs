using SQLitePCL;

namespace PublicAdmin.Embedded.Sqlite;

/// <summary>Tells a full disk from other faults: it heals by itself when there is room again.</summary>
internal static class DiskFull
{
    private const int NoSpaceLeft = 28; // ENOSPC
    private const int QuotaExceeded = 122; // EDQUOT
    private const int ErrorDiskFull = unchecked((int)0x80070070); // Windows

    public static bool Is(Exception fault) => fault switch
    {
        SqliteFault database => database.Code is raw.SQLITE_FULL,
        IOException file => file.HResult is NoSpaceLeft or QuotaExceeded or ErrorDiskFull,
        _ => false,
    };
}
