namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>An order in the names the gateway sends it by.</summary>
/// <param name="MaThamChieu">The reference.</param>
/// <param name="SoTien">Đồng.</param>
/// <param name="MaHoSo">The dossier it pays for.</param>
/// <param name="HanThanhToan">Until when it may be paid.</param>
/// <param name="DiaChiTroVe">Where the payer goes afterwards.</param>
internal sealed record SampleOrder(string MaThamChieu, long SoTien, string MaHoSo, DateTimeOffset HanThanhToan, string DiaChiTroVe);

/// <summary>An order the platform was given, and what the payer made of it.</summary>
/// <param name="Notice">Null while the payer has decided nothing.</param>
internal sealed record HeldOrder(SampleOrder Order, SampleNotice? Notice = null);
