namespace PublicAdmin.Identity;

/// <summary>What a person may be to the office (vai trò). Roles come from the staff directory, never from a token.</summary>
public enum Role
{
    /// <summary>No sign-in asked for.</summary>
    Anyone,

    /// <summary>Công dân, tổ chức: signed in with VNeID.</summary>
    Citizen,

    /// <summary>Cán bộ một cửa: receives, scans, returns.</summary>
    Clerk,

    /// <summary>Chuyên viên: processes.</summary>
    Officer,

    /// <summary>Lãnh đạo: approves and signs.</summary>
    Leader,

    /// <summary>Văn thư: numbers, seals, issues.</summary>
    Registrar,

    /// <summary>Thu phí.</summary>
    Cashier,

    /// <summary>Theo dõi, giám sát: sees an office or the province; receives escalations.</summary>
    Supervisor,

    /// <summary>Thanh tra, kiểm toán: reads everything in scope, changes nothing.</summary>
    Auditor,

    /// <summary>Quản trị: offices, staff, procedures, calendar, dead letters.</summary>
    Administrator,

    /// <summary>Another system, such as the National Public Service Portal, acting for an identified citizen.</summary>
    System,
}
