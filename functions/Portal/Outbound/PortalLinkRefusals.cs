using PublicAdmin.Platform;

namespace PublicAdmin.Portal.Outbound;

/// <summary>What stands against fetching a file by a link told to the National Portal.</summary>
public static class PortalLinkRefusals
{
    public static readonly RefusalCode Invalid = new(
        RefusalKind.Forbidden, "portal-link-invalid", "Đường dẫn tệp không do hệ thống này cấp.", "This system did not make the link.");

    public static readonly RefusalCode Elsewhere = new(
        RefusalKind.Forbidden, "portal-link-elsewhere",
        "Chỉ Cổng Dịch vụ công quốc gia được tải tệp bằng đường dẫn này, từ mạng đã đăng ký với hệ thống.",
        "Only the National Portal fetches by this link, from the networks it is known by here.");

    public static readonly RefusalCode Expired = new(
        RefusalKind.Gone, "portal-link-expired", "Đường dẫn tệp đã hết hạn; hãy lấy đường dẫn mới ở lần đồng bộ sau.",
        "The link has expired; the next synchronisation brings another.");

    public static readonly RefusalCode Used = new(
        RefusalKind.Gone, "portal-link-used",
        "Đường dẫn tệp chỉ dùng được một lần và đã được dùng; nơi tải dở dang chỉ được tải tiếp phần còn lại trong vòng một giờ.",
        "The link is good once and was used; whoever was cut off goes on with the rest within an hour, and nobody else.");

    public static readonly RefusalCode Gone = new(
        RefusalKind.NotFound, "portal-link-without-file", "Tệp của đường dẫn này không còn.", "The file of this link is no longer there.");
}
