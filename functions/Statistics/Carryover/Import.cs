namespace PublicAdmin.Statistics.Carryover;

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>Looked through; nothing was written but the file itself.</summary>
    DryRun,

    /// <summary>Decided: from here on every line comes in, whatever dies in between.</summary>
    Committed,

    /// <summary>Every line is in.</summary>
    Done,
}

/// <summary>Nhập hồ sơ chuyển tiếp: a file of the old system.</summary>
/// <param name="Id">SHA-256 of the file: what is committed is what was looked through.</param>
/// <param name="By">Directory id.</param>
/// <param name="Loaded">Lines that are in.</param>
public sealed record Import(
    string Id, ImportState State, CarryoverReport Report, string By, DateTimeOffset CheckedAt, DateTimeOffset? CommittedAt = null, long Loaded = 0);
