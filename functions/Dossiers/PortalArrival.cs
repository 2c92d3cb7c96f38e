namespace PublicAdmin.Dossiers;

/// <summary>Hồ sơ nộp từ Cổng Dịch vụ công quốc gia: what a filing brought from there.</summary>
/// <param name="Code">Mã hồ sơ on the portal; kept beside ours and found like ours.</param>
/// <param name="Files">To be fetched there and judged.</param>
public sealed record PortalArrival(string Code, IReadOnlyList<PortalFile> Files);

/// <summary>TaiLieuNop: a file that lies at the portal.</summary>
/// <param name="Id">TepDinhKemId.</param>
/// <param name="Component">MaThanhPhanHoSo, of the procedure.</param>
/// <param name="Name">TenTepDinhKem; shown, never believed.</param>
/// <param name="Link">DuongDanTaiTepTin.</param>
/// <param name="Sha256">Hex of its bytes: any others are not taken.</param>
/// <param name="Size">Bytes.</param>
public sealed record PortalFile(string Id, string Component, string Name, string Link, string Sha256, long Size);
