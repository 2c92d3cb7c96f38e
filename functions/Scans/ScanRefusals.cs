using PublicAdmin.Platform;

namespace PublicAdmin.Scans;

public static class ScanRefusals
{
    public static readonly RefusalCode ScanUnreadable = new(
        RefusalKind.Unprocessable, "scan-unreadable", "Không đọc được ảnh quét thứ {0}. Hãy quét lại dưới dạng JPEG, PNG hoặc TIFF.",
        "Scan {0} cannot be read. Scan it again as JPEG, PNG or TIFF.");

    public static readonly RefusalCode ScanPages = new(
        RefusalKind.Unprocessable, "scan-pages", "Bản quét phải có từ 1 đến {0} trang.", "A scan has 1 to {0} pages.");
}
