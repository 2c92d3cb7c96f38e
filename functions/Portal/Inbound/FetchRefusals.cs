using PublicAdmin.Platform;

namespace PublicAdmin.Portal.Inbound;

/// <summary>Why a file did not come from the National Portal; told to the applicant and back to the portal.</summary>
public static class FetchRefusals
{
    /// <summary>Said to nobody: it is tried again.</summary>
    public static readonly RefusalCode Later = new(
        RefusalKind.Unavailable, "portal-file-later", "Tệp đang được tải từ Cổng.", "The file is still being fetched.");

    public static readonly RefusalCode Gone = new(
        RefusalKind.NotFound, "portal-file-gone", "Cổng không còn giữ tệp này.", "The portal does not have the file any more.");

    public static readonly RefusalCode Away = new(
        RefusalKind.Unavailable, "portal-file-away", "Không tải được tệp từ Cổng trong thời gian cho phép.", "The file could not be fetched in time.");

    public static readonly RefusalCode Differs = new(
        RefusalKind.Unprocessable, "portal-file-differs", "Tệp tải về không đúng với tệp Cổng đã báo.", "The file fetched is not the one announced.");
}
