using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What stands against keeping a file.</summary>
public static class FileRefusals
{
    public static readonly RefusalCode Unusable = new(
        RefusalKind.Unprocessable, "file-unusable", "Không dùng được tệp này: {0}", "This file cannot be used: {0}");

    public static readonly RefusalCode Malicious = new(
        RefusalKind.Unprocessable, "file-malicious", "Tệp có mã độc nên không được nhận.", "The file carries malware and is not taken.");

    public static readonly RefusalCode NotChecked = new(
        RefusalKind.Conflict, "file-not-checked", "Tệp đang được kiểm tra mã độc. Hãy gửi lại sau ít phút.",
        "The file is being checked for malware. Send it again in a moment.");
}
