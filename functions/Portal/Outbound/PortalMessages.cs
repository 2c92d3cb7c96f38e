using System.Globalization;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;

namespace PublicAdmin.Portal.Outbound;

/// <summary>
/// A dossier in the words of the national contract, all strings, times as yyyyMMddHHmmss in Vietnam. NgayHenTra is the first promise, which never moves; an
/// assisted filing is told as its applicant's own (direct) until the ministry says otherwise.
/// </summary>
public static class PortalMessages
{
    public const string Synchronise = "DongBoHoSoMC";
    public const string Progress = "CapNhatTienDoHoSoMC";

    /// <summary>What the portal holds of a day; its fields and pages are assumed until the ministry's own document is seen.</summary>
    public const string LookUp = "TraCuuHoSo";

    /// <summary>One item of DongBoHoSoMC.</summary>
    public static Dictionary<string, object> DossierOf(Dossier dossier) => new()
    {
        ["MaHoSo"] = dossier.Code.ToString(),
        ["MaTTHC"] = dossier.Procedure.Code,
        ["KenhThucHien"] = dossier.Channel switch { Channel.Online => "2", Channel.Post => "3", _ => "1" },
        ["ChuHoSo"] = dossier.Applicant.Name,
        ["LoaiDoiTuong"] = dossier.Applicant.Kind is ApplicantKind.Person ? "1" : "2",
        ["SoGiayToChuHoSo"] = dossier.Applicant.PersonalNumber,
        ["SoDienThoai"] = dossier.Applicant.Phone ?? "",
        ["Email"] = dossier.Applicant.Email ?? "",
        ["GhiChu"] = dossier.Whole() is { } whole ? $"Phần của hồ sơ liên thông {whole.Case}" : "",
        ["ThongTinKhac"] = dossier.Portal.CentralCode is { } central ? $"Mã hồ sơ trên Cổng: {central}" : "",
        ["TrichYeuHoSo"] = dossier.Summary ?? "",
        ["NgayNopHoSo"] = At(dossier.SubmittedAt),
        ["NgayTiepNhan"] = At(dossier.Deadline?.ReceivedAt),
        ["NgayHenTra"] = At(dossier.Deadline?.PromisedAt),
        ["NgayKetThucXuLy"] = At(dossier.DoneAt),
        ["NgayTra"] = At(Reached(dossier, Phase.Returned)),
        ["NgayTuChoi"] = At(Reached(dossier, Phase.NotAccepted)),
        ["TrangThaiHoSo"] = StatusOf(dossier.Phase),
        ["HinhThuc"] = dossier.ReturnWay is ReturnWay.Post ? "1" : "0",
        ["DonViXuLy"] = dossier.Holding,
        ["NoiNopHoSo"] = dossier.FilingSystem is null ? "2" : "1",
        ["DuocThanhToanTrucTuyen"] = dossier.Fees.Receipts.Any(receipt => receipt is { Way: PaymentWay.Online, Holds: true }) ? "1" : "0",
        ["DanhSachLePhi"] = FeesOf(dossier),
    };

    private static List<Dictionary<string, string>> FeesOf(Dossier dossier) =>
    [
        .. dossier.Fees.Items.Select(item => new Dictionary<string, string>
        {
            ["TenPhiLePhi"] = item.Name.Vi,
            ["MaPhiLePhi"] = item.Id,
            ["Gia"] = (item.Amount ?? 0).ToString(CultureInfo.InvariantCulture),
        }),
    ];

    /// <summary>The lines of CapNhatTienDoHoSoMC for events, in their order: one for each, none merged.</summary>
    public static List<Dictionary<string, string>> LinesOf(Dossier dossier, IReadOnlyList<RecordedEvent> events) =>
    [
        .. events.Where(recorded => PortalState.IsNews(recorded.Event)).Select(recorded => new Dictionary<string, string>
        {
            ["MaHoSo"] = dossier.Code.ToString(),
            ["NguoiXuLy"] = recorded.Event.Stamp.As,
            ["ThoiDiemXuLy"] = At(recorded.Event.Stamp.At),
            ["PhongBanXuLy"] = recorded.Event.Stamp.Office ?? dossier.Holding,
            ["NoiDungXuLy"] = ContentOf(recorded.Event),
            ["TrangThai"] = StatusOf(PhaseAt(dossier, recorded.Event.Stamp.At)),
            ["GhiChu"] = recorded.Version.ToString(CultureInfo.InvariantCulture),
        }),
    ];

    private static string ContentOf(DossierEvent e) => e is PostingBegun ? "Niêm yết công khai" : JsonNamingPolicy.CamelCase.ConvertName(e.GetType().Name);

    private static Phase PhaseAt(Dossier dossier, DateTimeOffset at) =>
        dossier.Milestones.LastOrDefault(milestone => milestone.At <= at)?.Phase ?? Phase.Registered;

    private static DateTimeOffset? Reached(Dossier dossier, Phase phase) => dossier.Milestones.LastOrDefault(milestone => milestone.Phase == phase)?.At;

    /// <summary>TrangThaiHoSo.</summary>
    public static string StatusOf(Phase phase) => ((int)phase.National()).ToString(CultureInfo.InvariantCulture);

    /// <summary>yyyyMMddHHmmss in Vietnam; empty for none.</summary>
    public static string At(DateTimeOffset? at) => at?.Here().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) ?? "";
}
