using PublicAdmin.Platform;

namespace PublicAdmin.Portal;

/// <summary>What stands against reading and repairing what the National Portal has.</summary>
public static class PortalRefusals
{
    public static readonly RefusalCode NotReconciled = new(
        RefusalKind.NotFound, "portal-day-unreconciled", "Ngày {0} chưa đối soát với Cổng Dịch vụ công quốc gia.",
        "The day {0} is not reconciled with the National Portal yet.");

    public static readonly RefusalCode WholeProvince = new(
        RefusalKind.Forbidden, "portal-whole-province", "Việc này dành cho người quản trị, giám sát hoặc thanh tra toàn tỉnh.",
        "This is for administrators, supervisors or auditors of the whole province.");
}
