using PublicAdmin.Portal.Outbound;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>Why a dossier does not stand at both sides alike.</summary>
public enum PortalDifferenceKind
{
    /// <summary>Chỉ có ở hệ thống.</summary>
    OnlyOurs,

    /// <summary>Chỉ có ở Cổng.</summary>
    OnlyTheirs,

    /// <summary>Lệch trạng thái.</summary>
    StatusDiffers,

    /// <summary>Lệch thời gian quá một phút.</summary>
    TimesDiffer,

    /// <summary>Lệch tệp: a file only one side lists, or one of another name or content.</summary>
    FilesDiffer,
}

/// <summary>What the contract says of a dossier, as either side has it: status and times as it writes them.</summary>
/// <param name="Status">TrangThaiHoSo.</param>
/// <param name="Received">NgayTiepNhan.</param>
/// <param name="Promised">NgayHenTra.</param>
/// <param name="Done">NgayKetThucXuLy.</param>
/// <param name="Files">TaiLieuNop and DanhSachGiayToKetQua, in a difference of files only those that differ; null where nothing is said of files.</param>
public sealed record PortalFacts(string Status, string Received, string Promised, string Done, IReadOnlyList<ToldFile>? Files = null);

/// <param name="Code">MaHoSo.</param>
/// <param name="Office">Where it was received; null for a dossier only the portal has.</param>
/// <param name="Ours">Null for nothing.</param>
/// <param name="Theirs">Null for nothing.</param>
public sealed record PortalDifference(string Code, PortalDifferenceKind Kind, string? Office, PortalFacts? Ours, PortalFacts? Theirs);

/// <summary>Đối soát of the dossiers received on one day.</summary>
/// <param name="Theirs">How many the portal has of the day.</param>
/// <param name="Offices">Ours by the office that received them.</param>
public sealed record PortalReconciliation(
    DateOnly Day, DateTimeOffset At, int Ours, int Theirs, int Matched, int Differences, IReadOnlyList<PortalOfficeCount> Offices);

/// <param name="Ours">Received on the day.</param>
/// <param name="Matched">Of those, as many stand at the portal alike.</param>
public sealed record PortalOfficeCount(string Office, int Ours, int Matched);
