using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Deciding;

public static class DecidingRefusals
{
    public static readonly RefusalCode OfficerUnknown = new(
        RefusalKind.Unprocessable, "officer-unknown", "Hôm nay không có chuyên viên {0} tại cơ quan {1}. Xem GET /api/staff?office={1}.",
        "There is no officer {0} at office {1} today. See GET /api/staff?office={1}.");

    public static readonly RefusalCode NumberTaken = new(
        RefusalKind.Conflict, "result-number-taken", "Số {0} trong năm nay đã cấp cho kết quả của hồ sơ {1}. Hãy cấp số khác.",
        "The number {0} was given to the result of dossier {1} this year. Give another one.");
}
