using PublicAdmin.Platform;

namespace PublicAdmin.Tracking;

public static class TrackingRefusals
{
    public static readonly RefusalCode NotFound = new(
        RefusalKind.NotFound, "tracking-not-found", "Không tìm thấy hồ sơ với mã hồ sơ và mã tra cứu này. Hãy kiểm tra lại giấy tiếp nhận.",
        "No dossier fits this code and secret. Look at the receipt again.");
}
