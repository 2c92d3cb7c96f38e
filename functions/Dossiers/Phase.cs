namespace PublicAdmin.Dossiers;

/// <summary>Where a dossier stands in the office. Finer than the national status, which follows from it.</summary>
public enum Phase
{
    /// <summary>Handed in, not yet checked by the one-stop desk.</summary>
    Registered,

    /// <summary>Valid; waits in the processing agency to be taken or assigned.</summary>
    Received,

    /// <summary>An officer works on it.</summary>
    Assigned,

    /// <summary>The officer has proposed a result to the leader.</summary>
    Proposed,

    /// <summary>The leader has approved; waits for signature, number and seal.</summary>
    Approved,

    /// <summary>The result is numbered and released to the one-stop desk.</summary>
    Issued,

    /// <summary>The citizen has the result.</summary>
    Returned,

    /// <summary>The citizen was asked for more; the clock stands still.</summary>
    SupplementRequested,

    /// <summary>A financial duty is to be met first; the clock stands still.</summary>
    FinancialDuty,

    /// <summary>Niêm yết công khai: the matter is posted for objections; the clock stands still until the days are over.</summary>
    Posting,

    /// <summary>Refused at intake (form 03).</summary>
    NotAccepted,

    /// <summary>Taken back by the citizen.</summary>
    Withdrawn,

    /// <summary>Ended without a result (form 05).</summary>
    Stopped,
}

/// <summary>TrangThaiHoSo: the ten statuses every system in the country reports (domain facts, part 3).</summary>
public enum NationalStatus
{
    NewlyRegistered = 1,
    Received = 2,
    NotAccepted = 3,
    InProcess = 4,
    SupplementRequested = 5,
    FinancialDuty = 6,
    Withdrawn = 7,
    Stopped = 8,
    Done = 9,
    Returned = 10,
}

/// <summary>In which column of the national reports a dossier is counted.</summary>
public enum ReportGroup { NotCounted, InProcess, Done, Supplement, Suspended, Withdrawn }

public static class Phases
{
    public static NationalStatus National(this Phase phase) => phase switch
    {
        Phase.Registered => NationalStatus.NewlyRegistered,
        Phase.Received => NationalStatus.Received,
        Phase.NotAccepted => NationalStatus.NotAccepted,
        Phase.Assigned or Phase.Posting or Phase.Proposed or Phase.Approved => NationalStatus.InProcess,
        Phase.SupplementRequested => NationalStatus.SupplementRequested,
        Phase.FinancialDuty => NationalStatus.FinancialDuty,
        Phase.Withdrawn => NationalStatus.Withdrawn,
        Phase.Stopped => NationalStatus.Stopped,
        Phase.Issued => NationalStatus.Done,
        Phase.Returned => NationalStatus.Returned,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };

    public static ReportGroup Group(this NationalStatus status) => status switch
    {
        NationalStatus.Received or NationalStatus.InProcess => ReportGroup.InProcess,
        NationalStatus.Done or NationalStatus.Returned => ReportGroup.Done,
        NationalStatus.SupplementRequested => ReportGroup.Supplement,
        NationalStatus.FinancialDuty or NationalStatus.Stopped => ReportGroup.Suspended,
        NationalStatus.Withdrawn => ReportGroup.Withdrawn,
        _ => ReportGroup.NotCounted,
    };

    /// <summary>The agency works on it and its clock runs.</summary>
    public static bool IsRunning(this Phase phase) => phase is Phase.Received or Phase.Assigned or Phase.Proposed or Phase.Approved;

    /// <summary>Somebody still has something to do.</summary>
    public static bool IsOpen(this Phase phase) => phase is not (Phase.Returned or Phase.NotAccepted or Phase.Withdrawn or Phase.Stopped);
}
