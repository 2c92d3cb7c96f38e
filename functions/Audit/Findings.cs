using System.Globalization;
using PublicAdmin.Platform;

namespace PublicAdmin.Audit;

/// <summary>In what way something is not as it was sealed.</summary>
public enum FindingKind
{
    EventAltered,
    EventRemoved,
    EventAdded,
    AccessAltered,
    AccessRemoved,
    AccessAdded,
    FormAltered,
    FormRemoved,
    FormAdded,
    DossierRemoved,

    /// <summary>The present state is not what its events make.</summary>
    HeadDiffers,

    /// <summary>The day is named by its neighbour or the list, and its manifest is gone.</summary>
    ManifestMissing,

    /// <summary>Another manifest than the one the next day, or the list, names.</summary>
    ManifestAltered,
    ManifestUnreadable,
    SignatureMissing,
    SignatureInvalid,

    /// <summary>Signed with a key that is not the vault's.</summary>
    KeyForeign,
    TimestampInvalid,
    FileMissing,
    FileAltered,

    /// <summary>It could be changed or deleted.</summary>
    FileNotSealed,
}

/// <summary>One thing that is not as it was sealed.</summary>
/// <param name="Code">The dossier; null for a finding about the seal itself.</param>
/// <param name="Key">The row or file.</param>
/// <param name="Day">The sealed day that shows it.</param>
public sealed record SealFinding(FindingKind Kind, DateOnly Day, string? Code, string? Key, string Vi, string En)
{
    private static readonly Dictionary<FindingKind, Text> Sentences = new()
    {
        [FindingKind.EventAltered] = new(
            "Sự kiện {1} của hồ sơ {0} đã bị sửa sau khi niêm phong ngày {2}.", "Event {1} of {0} was altered after it was sealed on {2}."),
        [FindingKind.EventRemoved] = new(
            "Sự kiện {1} của hồ sơ {0} đã bị xóa sau khi niêm phong ngày {2}.", "Event {1} of {0} was removed after it was sealed on {2}."),
        [FindingKind.EventAdded] = new(
            "Sự kiện {1} của hồ sơ {0} đã bị chèn thêm, không có trong niêm phong ngày {2} và không nối tiếp lịch sử.",
            "Event {1} of {0} was added out of line: the seal of {2} does not have it and the history does not lead to it."),
        [FindingKind.AccessAltered] = new(
            "Lượt truy cập {1} của hồ sơ {0} đã bị sửa sau khi niêm phong ngày {2}.", "Access {1} of {0} was altered after it was sealed on {2}."),
        [FindingKind.AccessRemoved] = new(
            "Lượt truy cập {1} của hồ sơ {0} đã bị xóa sau khi niêm phong ngày {2}.", "Access {1} of {0} was removed after it was sealed on {2}."),
        [FindingKind.AccessAdded] = new(
            "Lượt truy cập {1} của hồ sơ {0} mang thời điểm trước niêm phong ngày {2} nhưng được ghi thêm sau đó.",
            "Access {1} of {0} is dated before the seal of {2} and was added behind it."),
        [FindingKind.FormAltered] = new(
            "Tờ khai của hồ sơ {0} đã bị sửa sau khi niêm phong ngày {2}.", "The e-form of {0} was altered after it was sealed on {2}."),
        [FindingKind.FormRemoved] = new(
            "Tờ khai của hồ sơ {0} đã bị xóa sau khi niêm phong ngày {2}.", "The e-form of {0} was removed after it was sealed on {2}."),
        [FindingKind.FormAdded] = new("Dữ liệu {1} của hồ sơ {0} không có trong niêm phong ngày {2}.", "Row {1} of {0} is not in the seal of {2}."),
        [FindingKind.DossierRemoved] = new(
            "Toàn bộ hồ sơ {0} đã bị xóa; niêm phong ngày {2} có hồ sơ này.", "The whole dossier {0} was removed; the seal of {2} has it."),
        [FindingKind.HeadDiffers] = new(
            "Trạng thái hiện tại của hồ sơ {0} không khớp với các sự kiện của nó (hoặc do phiên bản phần mềm cũ ghi).",
            "The present state of {0} does not follow from its events (or an older version of the program wrote it)."),
        [FindingKind.ManifestMissing] = new("Không còn bản niêm phong ngày {2}.", "The seal of {2} is gone."),
        [FindingKind.ManifestAltered] = new(
            "Bản niêm phong ngày {2} không phải là bản mà ngày sau hoặc sổ niêm phong ghi nhận.",
            "The seal of {2} is not the one that the next day, or the list of days, names."),
        [FindingKind.ManifestUnreadable] = new("Không đọc được bản niêm phong ngày {2}.", "The seal of {2} cannot be read."),
        [FindingKind.SignatureMissing] = new("Bản niêm phong ngày {2} không có chữ ký số.", "The seal of {2} has no signature."),
        [FindingKind.SignatureInvalid] = new("Chữ ký số của bản niêm phong ngày {2} không hợp lệ.", "The signature of the seal of {2} does not hold."),
        [FindingKind.KeyForeign] = new(
            "Bản niêm phong ngày {2} được ký bằng khóa không thuộc kho khóa của cơ quan.", "The seal of {2} is signed with a key that is not in the vault."),
        [FindingKind.TimestampInvalid] = new(
            "Dấu thời gian của bản niêm phong ngày {2} không khớp với chữ ký.", "The timestamp of the seal of {2} does not fit its signature."),
        [FindingKind.FileMissing] = new("Thiếu tệp {1} của niêm phong ngày {2}.", "File {1} of the seal of {2} is missing."),
        [FindingKind.FileAltered] = new("Tệp {1} của niêm phong ngày {2} đã bị sửa.", "File {1} of the seal of {2} was altered."),
        [FindingKind.FileNotSealed] = new("Tệp {1} của niêm phong ngày {2} chưa được khóa ghi.", "File {1} of the seal of {2} could be changed or deleted."),
    };

    public static SealFinding Of(FindingKind kind, DateOnly day, string? code = null, string? key = null)
    {
        var (text, on) = (Sentences[kind], day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        return new SealFinding(
            kind, day, code, key, string.Format(CultureInfo.InvariantCulture, text.Vi, code, key, on),
            string.Format(CultureInfo.InvariantCulture, text.En, code, key, on));
    }
}

/// <summary>How a check ended.</summary>
public enum SealOutcome
{
    /// <summary>Everything is as it was sealed.</summary>
    Intact,

    /// <summary>Something is not, as the findings say.</summary>
    Broken,

    /// <summary>Nothing of it was sealed yet.</summary>
    NotSealedYet,
}

/// <summary>Kết luận kiểm tra niêm phong: what a check found, in both languages.</summary>
/// <param name="Days">The sealed days compared with.</param>
/// <param name="Dossiers">How many were compared.</param>
/// <param name="Findings">At most 100.</param>
/// <param name="More">There are more than shown.</param>
/// <param name="StampedAt">When a timestamp authority saw the signature of the newest day; null for no timestamp.</param>
public sealed record SealVerdict(
    SealOutcome Outcome, string Vi, string En, IReadOnlyList<DateOnly> Days, int Dossiers, IReadOnlyList<SealFinding> Findings, bool More,
    DateTimeOffset? StampedAt)
{
    private const int Most = 100;

    internal static SealVerdict Of(IReadOnlyList<DateOnly> days, int dossiers, IReadOnlyList<SealFinding> findings, DateTimeOffset? stampedAt = null)
    {
        var (outcome, vi, en) = (days.Count, findings.Count) switch
        {
            (0, 0) => (SealOutcome.NotSealedYet, "Chưa có niêm phong nào để so sánh.", "Nothing of it is sealed yet."),
            (_, 0) => (SealOutcome.Intact, "Nguyên vẹn: dữ liệu đúng như khi niêm phong.", "Intact: everything is as it was sealed."),
            _ => (SealOutcome.Broken, $"Không nguyên vẹn: {findings.Count} sai lệch.", $"Broken: {findings.Count} differences."),
        };
        return new SealVerdict(outcome, vi, en, days, dossiers, [.. findings.Take(Most)], findings.Count > Most, stampedAt);
    }
}
