using PublicAdmin.Platform;

namespace PublicAdmin.Audit;

public static class AuditRefusals
{
    public static readonly RefusalCode WholeProvince = new(
        RefusalKind.Forbidden, "audit-whole-province", "Niêm phong nhật ký bao gồm mọi cơ quan: chỉ người có nhiệm vụ toàn tỉnh được xem.",
        "The seals tell of every office: only whoever serves the whole province may see them.");

    public static readonly RefusalCode NotSealed = new(
        RefusalKind.NotFound, "day-not-sealed", "Ngày {0} chưa được niêm phong. Xem GET /api/audit/days.",
        "The day {0} is not sealed. See GET /api/audit/days.");

    public static readonly RefusalCode TablesNotEmpty = new(
        RefusalKind.Conflict, "restore-not-empty", "Không khôi phục: bảng hồ sơ đang có dữ liệu. Chỉ khôi phục vào bảng trống.",
        "Not restored: there are dossiers in the table. Only empty tables are filled from seals.");

    public static readonly RefusalCode NothingSealed = new(
        RefusalKind.NotFound, "restore-nothing-sealed", "Không có bản niêm phong nào trong 400 ngày qua để khôi phục.",
        "There is no seal of the last 400 days to restore from.");

    public static readonly RefusalCode SealBroken = new(
        RefusalKind.Conflict, "restore-seal-broken",
        "Không khôi phục: bản niêm phong ngày {0}, hoặc ngày trước đó, không còn nguyên vẹn. Hãy lấy lại tệp từ bản sao hoặc phiên bản cũ của kho lưu trữ rồi "
            + "gọi lại.",
        "Not restored: the seal of {0}, or the one before it, is not as it was signed. Bring its files back from a copy or an older version and call again.");

    public static readonly RefusalCode ChainBroken = new(
        RefusalKind.Conflict, "restore-chain-broken", "Tạm dừng khôi phục: thiếu bản niêm phong ngày {0}. Hãy đưa tệp trở lại rồi gọi lại.",
        "The restore stands still: the seal of {0} is missing. Bring its file back and call again.");
}
