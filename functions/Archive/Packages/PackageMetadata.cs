using System.Globalization;
using System.Xml.Linq;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Archive.Packages;

/// <summary>Thông tin mô tả hồ sơ, tài liệu (Circular 05/2025/TT-BNV, as far as it was seen): the same in JSON and XML.</summary>
/// <param name="MaHoSo">Mã hồ sơ.</param>
/// <param name="MaTrenCong">The code on the National Portal; null for none.</param>
/// <param name="ThoiHanLuuTru">Null while nobody has said so.</param>
public sealed record PackageMetadata(
    string MaHoSo, string? MaTrenCong, string MaCoQuan, string TenCoQuan, string MaThuTuc, string TieuDe, string? ThoiHanLuuTru, string MucDoTiepCan,
    string NgonNgu, string ThoiGianBatDau, string ThoiGianKetThuc, int TongSoTaiLieu, string MucDoTinCay, IReadOnlyList<PackedDocument> TaiLieu)
{
    internal static PackageMetadata Of(
        Dossier dossier, (string Agency, string Procedure) names, ArchiveProfile profile, KeepingTerm? term, IReadOnlyList<Packed> files) => new(
        dossier.Code.ToString(), dossier.Portal.CentralCode, dossier.Holding, names.Agency, dossier.Procedure.Code,
        $"{names.Procedure} – {dossier.Applicant.Name}", term?.InWords, profile.Access, profile.Language, At(dossier.SubmittedAt),
        At(KeepingTerms.EndOf(dossier)), files.Count, profile.Trust,
        [.. files.Select((packed, n) => packed.Describe(n + 1))]);

    public XDocument ToXml() => new(new XElement(
        "HoSo",
        new XElement(nameof(MaHoSo), MaHoSo), new XElement(nameof(MaTrenCong), MaTrenCong), new XElement(nameof(MaCoQuan), MaCoQuan),
        new XElement(nameof(TenCoQuan), TenCoQuan), new XElement(nameof(MaThuTuc), MaThuTuc), new XElement(nameof(TieuDe), TieuDe),
        new XElement(nameof(ThoiHanLuuTru), ThoiHanLuuTru), new XElement(nameof(MucDoTiepCan), MucDoTiepCan), new XElement(nameof(NgonNgu), NgonNgu),
        new XElement(nameof(ThoiGianBatDau), ThoiGianBatDau), new XElement(nameof(ThoiGianKetThuc), ThoiGianKetThuc),
        new XElement(nameof(TongSoTaiLieu), TongSoTaiLieu), new XElement(nameof(MucDoTinCay), MucDoTinCay),
        new XElement(nameof(TaiLieu), TaiLieu.Select(one => new XElement(
            "TaiLieu", new XElement("SoThuTu", one.SoThuTu), new XElement("Ten", one.Ten), new XElement("Loai", one.Loai),
            new XElement("DinhDang", one.DinhDang), new XElement("Tep", one.Tep), new XElement("BaoQuan", one.BaoQuan),
            one.BanLuuTru is null ? null : new XElement("BanLuuTru", one.BanLuuTru))))));

    private static string At(DateTimeOffset at) => at.Here().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>A file of a package, and its preservation copy when it has one.</summary>
internal sealed record Packed(PackedFile File, Lasting Lasting, PackedFile? Copy)
{
    public PackedDocument Describe(int number) => new(
        number, File.Title, File.Kind, File.ContentType, $"data/{File.Path}", Lasting, Copy is null ? null : $"data/{Copy.Path}");
}

/// <param name="Tep">Its path in the package.</param>
/// <param name="BaoQuan">How long it can be read as it is.</param>
/// <param name="BanLuuTru">The path of the same as PDF/A; null where there is none.</param>
public sealed record PackedDocument(int SoThuTu, string Ten, PackedKind Loai, string DinhDang, string Tep, Lasting BaoQuan, string? BanLuuTru);
