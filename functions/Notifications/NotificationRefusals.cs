using PublicAdmin.Platform;

namespace PublicAdmin.Notifications;

public static class NotificationRefusals
{
    public static readonly RefusalCode LetterUnknown = new(
        RefusalKind.NotFound, "letter-unknown", "Không có mẫu thư này. Các mẫu: {0}.", "There is no such letter. The letters: {0}.");

    public static readonly RefusalCode InboxItemUnknown = new(
        RefusalKind.NotFound, "inbox-item-unknown", "Không có thư này trong hộp thư.", "There is no such line in the inbox.");

    public static readonly RefusalCode NoPersonalNumber = new(
        RefusalKind.Forbidden, "personal-number-missing", "Tài khoản chưa có số định danh nên chưa lưu được tùy chọn.",
        "The account carries no personal number, so preferences cannot be kept.");

    public static readonly RefusalCode CodesUnfit = new(
        RefusalKind.Invalid, "codes-unfit", "Hãy ghi từ 1 đến {0} mã hồ sơ, mỗi mã một lần.", "Give 1 to {0} dossier codes, each once.");
}
