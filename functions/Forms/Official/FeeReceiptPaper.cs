using System.Globalization;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf.Fonts;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>One line of a receipt.</summary>
/// <param name="Amount">Đồng; null where the receipt covers a part and does not say of which.</param>
public sealed record FeeReceiptLine(string Name, long? Amount);

/// <summary>Biên lai thu tiền phí, lệ phí (electronic, Decree 123/2020 as amended by 70/2025).</summary>
/// <param name="Number">Symbol and number.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="Way">Hình thức nộp.</param>
/// <param name="Collector">Null for money paid online.</param>
/// <param name="State">That it holds no longer, and what does; null while it holds.</param>
/// <param name="At">Office time.</param>
public sealed record FeeReceiptPaper(
    IssuingAgency Issuer, DossierHead Dossier, string Number, IReadOnlyList<FeeReceiptLine> Lines, long Amount, string Way, string? Collector, string? State,
    DateTimeOffset At)
{
    private static readonly CultureInfo Vietnam = CultureInfo.GetCultureInfo("vi-VN");

    public byte[] Print() => new PrintedPaper(
        Metadata($"Biên lai {Number}", Issuer, At),
        [
            OfficialPaper.Head(Issuer, Number, DateOnly.FromDateTime(At.DateTime)),
            Title("BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ"),
            .. State is null ? Array.Empty<Block>() : [Center(State, Face.Bold, 13)],
            Line("Người nộp tiền", Dossier.Applicant.Name),
            Line(Dossier.Applicant.NumberName, Dossier.Applicant.Number),
            Line("Địa chỉ", Dossier.Applicant.Address),
            Line("Thủ tục", Dossier.Procedure),
            Line("Mã hồ sơ", Dossier.Codes),
            .. Lines.Select(line => Line(line.Name, line.Amount is { } amount ? Said(amount) : "một phần, trong tổng số tiền dưới đây")),
            Line("Tổng số tiền", Said(Amount)),
            Line("Bằng chữ", AmountWords.Of(Amount)),
            Line("Hình thức nộp", Way),
            .. Collector is null ? Array.Empty<Block>() : [Line("Người thu tiền", Collector)],
            new Gap(8),
            new Grid([45, 55], [new Cell(Qr(Dossier)), SignedBy(new Signer("ĐƠN VỊ THU PHÍ, LỆ PHÍ", null), FieldNames.Seal, null)]),
        ]).Print();

    private static string Said(long amount) => $"{amount.ToString("N0", Vietnam)} đồng";
}
