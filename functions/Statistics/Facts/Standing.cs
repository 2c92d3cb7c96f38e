namespace PublicAdmin.Statistics.Facts;

/// <summary>Where a dossier stands in the books at a moment: exactly one of these, so that every number adds up.</summary>
public enum Standing
{
    /// <summary>Chờ tiếp nhận, trong hạn.</summary>
    Waiting,

    /// <summary>Chờ tiếp nhận, quá hạn: nobody has decided on it in time.</summary>
    WaitingLate,

    /// <summary>Chờ công dân bổ sung trước khi tiếp nhận.</summary>
    WaitingSupplement,

    /// <summary>Đang giải quyết, trong hạn: the clock runs.</summary>
    Open,

    /// <summary>Đang giải quyết, quá hạn.</summary>
    Overdue,

    /// <summary>Chờ bổ sung.</summary>
    Supplement,

    /// <summary>Yêu cầu thực hiện nghĩa vụ tài chính.</summary>
    Financial,

    /// <summary>Niêm yết công khai.</summary>
    Posting,

    /// <summary>Không được tiếp nhận.</summary>
    NotAccepted,

    /// <summary>Rút trước khi tiếp nhận.</summary>
    WithdrawnBefore,

    /// <summary>Giải quyết trước hạn.</summary>
    Ahead,

    /// <summary>Giải quyết đúng hạn.</summary>
    OnTime,

    /// <summary>Giải quyết quá hạn.</summary>
    Late,

    /// <summary>Dừng giải quyết.</summary>
    Stopped,

    /// <summary>Rút sau khi tiếp nhận.</summary>
    Withdrawn,
}

public static class Standings
{
    /// <summary>Before the valid receipt.</summary>
    public static bool IsIntake(this Standing standing) => standing is Standing.Waiting or Standing.WaitingLate or Standing.WaitingSupplement;

    /// <summary>Received and not ended.</summary>
    public static bool IsOpen(this Standing standing) =>
        standing is Standing.Open or Standing.Overdue or Standing.Supplement or Standing.Financial or Standing.Posting;

    public static bool IsEnd(this Standing standing) => !standing.IsIntake() && !standing.IsOpen();

    /// <summary>The result was released.</summary>
    public static bool IsResolved(this Standing standing) => standing is Standing.Ahead or Standing.OnTime or Standing.Late;

    /// <summary>Ended after it had been received.</summary>
    public static bool IsEndOfReceived(this Standing standing) => standing.IsResolved() || standing is Standing.Stopped or Standing.Withdrawn;
}
