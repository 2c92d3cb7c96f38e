using PublicAdmin.Platform;

namespace PublicAdmin.Identity;

/// <summary>What a role is called (tên vai trò), for sentences people read.</summary>
public static class RoleNames
{
    public static Text Name(this Role role) => role switch
    {
        Role.Anyone => new("mọi người", "anyone"),
        Role.Citizen => new("người nộp", "the applicant"),
        Role.Clerk => new("cán bộ một cửa", "the one-stop clerk"),
        Role.Officer => new("chuyên viên", "the officer"),
        Role.Leader => new("lãnh đạo", "the leader"),
        Role.Registrar => new("văn thư", "the registrar"),
        Role.Cashier => new("thu phí", "the cashier"),
        Role.Supervisor => new("người giám sát", "the supervisor"),
        Role.Auditor => new("thanh tra", "the auditor"),
        Role.Administrator => new("quản trị", "the administrator"),
        Role.System => new("hệ thống kết nối", "a connected system"),
        _ => new("không rõ", "unknown"), // A number sent in place of a name.
    };
}
