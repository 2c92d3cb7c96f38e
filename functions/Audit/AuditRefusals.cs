using PublicAdmin.Platform;

namespace PublicAdmin.Audit;

public static class AuditRefusals
{
    public static readonly RefusalCode WholeProvince = new(
        RefusalKind.Forbidden, "audit-whole-province", "Niêm phong nhật ký bao gồm mọi cơ quan: chỉ người có nhiệm vụ toàn tỉnh được xem.",
        "The seals tell of every office: only whoever serves the whole province may see them.");

    public static readonly RefusalCode NotSealed = new(
        RefusalKind.NotFound, "day-not-sealed", "Ngày {0} chưa được niêm phong. Xem GET /api/audit/days.", "The day {0} is not sealed. See GET /api/audit/days.");
}
