using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Carryover;

/// <summary>Why an import is not taken.</summary>
public static class CarryoverRefusals
{
    public static readonly RefusalCode Unknown = new(
        RefusalKind.NotFound, "import-not-found", "Không có lần nhập {0}. Hãy gửi tệp để kiểm tra trước.",
        "There is no import {0}. Send the file to be looked through first.");

    public static readonly RefusalCode HasErrors = new(
        RefusalKind.Conflict, "import-has-errors", "Tệp còn {0} lỗi nên không nhập dòng nào. Sửa rồi gửi lại.",
        "The file has {0} errors, so no line comes in. Mend it and send it again.");

    public static readonly RefusalCode TooOld = new(
        RefusalKind.Conflict, "import-too-old", "Lần kiểm tra đã quá 24 giờ. Hãy gửi lại tệp.", "The dry run is more than 24 hours old. Send the file again.");
}
