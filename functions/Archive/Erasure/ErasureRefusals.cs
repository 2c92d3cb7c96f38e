using PublicAdmin.Platform;

namespace PublicAdmin.Archive.Erasure;

/// <summary>What stands against erasing a dossier.</summary>
public static class ErasureRefusals
{
    public static readonly RefusalCode Kept = new(
        RefusalKind.Conflict, "erasure-kept", "Hồ sơ {0} còn phải lưu giữ; hãy xem lý do ở việc giao nộp lưu trữ của hồ sơ.",
        "Dossier {0} has to be kept; see why at its hand-over to the archive.");

    public static readonly RefusalCode ResultSealed = new(
        RefusalKind.Conflict, "erasure-result-sealed", "Kết quả, biểu mẫu đã ký của hồ sơ {0} được niêm phong đến ngày {1}, trước đó không ai xóa được.",
        "A signed result or form of dossier {0} is sealed until {1}; nobody can delete it before.");

    public static readonly RefusalCode NoKey = new(
        RefusalKind.Conflict, "erasure-no-key", "Hồ sơ {0} được lập trước khi mỗi hồ sơ có khóa riêng; niêm phong còn giữ dữ liệu đọc được nên chưa hủy được.",
        "Dossier {0} is of before each had a key of its own: the seals hold it readable, so it cannot be erased yet.");

    public static readonly RefusalCode NotProposed = new(
        RefusalKind.Conflict, "erasure-not-proposed", "Chưa có đề nghị hủy hồ sơ {0}; văn thư, lưu trữ đề nghị trước.",
        "Nobody has proposed to erase dossier {0}; the registrar proposes first.");

    public static readonly RefusalCode OwnProposal = new(
        RefusalKind.Forbidden, "erasure-own-proposal", "Người đề nghị hủy hồ sơ không được tự quyết định.",
        "Whoever proposed to erase a dossier does not decide on it.");

    public static readonly RefusalCode NoticeRuns = new(
        RefusalKind.Conflict, "erasure-notice-runs", "Thời gian thông báo việc hủy còn đến ngày {0}.", "The notice of the erasure runs until {0}.");

    public static readonly RefusalCode NotErased = new(
        RefusalKind.NotFound, "erasure-none", "Không có hồ sơ {0} đã hủy trong phạm vi của bạn.", "There is no erased dossier {0} within your scope.");
}
