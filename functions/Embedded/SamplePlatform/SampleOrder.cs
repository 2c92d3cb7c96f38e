namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>An order in the names the gateway sends it by.</summary>
/// <param name="MaThamChieu">The reference.</param>
/// <param name="SoTien">Đồng.</param>
/// <param name="MaHoSo">The dossier it pays for.</param>
/// <param name="HanThanhToan">Until when it may be paid.</param>
/// <param name="DiaChiTroVe">Where the payer goes afterwards.</param>
internal sealed record SampleOrder(string MaThamChieu, long SoTien, string MaHoSo, DateTimeOffset HanThanhToan, string DiaChiTroVe);

/// <summary>A refund in the names the gateway asks for it by.</summary>
/// <param name="MaHoanTra">Its own reference.</param>
/// <param name="MaThamChieu">The order it was paid by.</param>
/// <param name="MaGiaoDich">The transaction that goes back.</param>
/// <param name="SoTien">Đồng.</param>
internal sealed record SampleRefund(string MaHoanTra, string MaThamChieu, string MaGiaoDich, long SoTien);

/// <summary>An order the platform was given, and what the payer made of it.</summary>
/// <param name="Notice">Null while the payer has decided nothing.</param>
internal sealed record HeldOrder(SampleOrder Order, SampleNotice? Notice = null);
