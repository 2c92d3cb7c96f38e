using System.Globalization;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf.Fonts;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>One line of what was handed in.</summary>
/// <param name="Count">How many of it.</param>
public sealed record HandedIn(string Name, int Count = 1);

/// <summary>With what anybody who holds the receipt follows the dossier.</summary>
/// <param name="Secret">Mã tra cứu.</param>
/// <param name="Page">Where it is typed in, for the eye.</param>
/// <param name="Link">The same page with code and secret in the fragment, which no server is told.</param>
public sealed record TrackingSlip(string Secret, string Page, string Link);

/// <summary>Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Circular 03/2025/TT-VPCP, Appendix I).</summary>
/// <param name="Number">Such as <c>12/TNHS-TTPVHCC</c>.</param>
/// <param name="Components">What was handed in (thành phần hồ sơ), each kind once.</param>
/// <param name="Term">Thời gian giải quyết theo quy định, in words.</param>
/// <param name="ReceivedAt">Office time.</param>
/// <param name="DueAt">Office time.</param>
public sealed record ReceiptPaper(
    IssuingAgency Issuer,
    DossierHead Dossier,
    string Number,
    IReadOnlyList<HandedIn> Components,
    string Term,
    DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt)
{
    /// <summary>Nơi trả kết quả.</summary>
    public required string ReturnAt { get; init; }

    public required Signer Receiver { get; init; }

    /// <summary>Người được ủy quyền; null when the applicant came.</summary>
    public Party? Proxy { get; init; }

    /// <summary>Null on a receipt that carries no secret.</summary>
    public TrackingSlip? Tracking { get; init; }

    /// <summary>Number in the year's register (form 07); null leaves dots.</summary>
    public string? RegisterEntry { get; init; }

    public byte[] Print() => new PrintedPaper(Metadata("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", Issuer, ReceivedAt), [.. Blocks()]).Print();

    private IEnumerable<Block> Blocks() =>
    [
        Head(Issuer, Number, DateOnly.FromDateTime(ReceivedAt.DateTime)),
        Title("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"),
        .. Parties(),
        Line("Nội dung yêu cầu giải quyết", Dossier.Procedure),
        Body("Thành phần hồ sơ nộp gồm:"),
        .. Components.Select(
            (one, n) => Body(string.Create(CultureInfo.InvariantCulture, $"{n + 1}. {one.Name}{(one.Count > 1 ? $" ({one.Count} bản)" : "")}"))),
        Line("Số lượng hồ sơ", "01 bộ"),
        Line("Thời gian giải quyết hồ sơ theo quy định", Term),
        Line("Thời gian nhận hồ sơ", Written(ReceivedAt)),
        Line("Thời gian trả kết quả giải quyết hồ sơ", Written(DueAt)),
        Line("Đăng ký nhận kết quả tại", ReturnAt),
        Body($"Vào Sổ theo dõi hồ sơ, quyển số: {ReceivedAt.Year}; số thứ tự: {RegisterEntry ?? "………"}"),
        .. Tracking is { } slip ? Slip(slip) : [],
        new Gap(6),
        Signatures(),
    ];

    private IEnumerable<Block> Parties()
    {
        yield return Line("Mã hồ sơ", Dossier.Codes);
        yield return Line(Dossier.Applicant.IsOrganisation ? "Tiếp nhận hồ sơ của tổ chức" : "Tiếp nhận hồ sơ của", Dossier.Applicant.Name);
        yield return Line(Dossier.Applicant.NumberName, Dossier.Applicant.Number);
        if (Dossier.Applicant.Representative is { } person)
        {
            yield return Line("Người đại diện", person);
        }

        yield return Line("Địa chỉ", Dossier.Applicant.Address);
        yield return Body("Số điện thoại: ", Dossier.Applicant.Phone ?? "………………", "    Email: ", Dossier.Applicant.Email ?? "………………");
        if (Proxy is { } proxy)
        {
            yield return Body("Người nộp theo ủy quyền: ", Run.Bold(proxy.Name), $", số định danh {proxy.Number}");
        }
    }

    private IEnumerable<Block> Slip(TrackingSlip slip) =>
    [
        new Gap(4),
        new Grid(
            [76, 24],
            [
                new Cell(
                    new Paragraph(Run.Bold("Tra cứu tình trạng hồ sơ")) { Size = 12 },
                    new Paragraph("Mã hồ sơ: ", Run.Bold(Dossier.Code), "    Mã tra cứu: ", Run.Bold(slip.Secret)) { Size = 12, Before = 2, After = 2 },
                    new Paragraph(
                        $"Quét mã QR bên cạnh, hoặc nhập hai mã trên tại {slip.Page}. Ai có mã tra cứu đều xem được tình trạng hồ sơ; nếu mất giấy này, hãy "
                            + $"đề nghị bộ phận một cửa cấp mã mới.")
                    { Size = 11 }),
                new Cell(new QrCode(slip.Link, 62, $"Mã QR để tra cứu hồ sơ {Dossier.Code}") { Centred = true }),
            ])
        { Lined = true, Padding = 5 },
    ];

    // The free column is the seal's: it covers the left third of the signature (Decree 30/2020) and may cover nothing else.
    private Block Signatures() => new Grid(
        [35, 18, 8, 39],
        [
            SignedBy(new Signer("NGƯỜI NỘP HỒ SƠ", (Proxy?.Name ?? Dossier.Applicant.Representative ?? Dossier.Applicant.Name)), null, null,
                "(Ký và ghi rõ họ tên)"),
            new Cell(new Gap(14), Qr(Dossier), Center("Kiểm tra giấy này", Face.Italic, 9)),
            new Cell(new Gap(1)),
            SignedBy(Receiver, FieldNames.Person, FieldNames.Seal, "(Ký và ghi rõ họ tên)"),
        ]);
}
