using System.Globalization;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf.Fonts;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>One line of the register.</summary>
/// <param name="Address">Address and phone.</param>
/// <param name="Competent">The agency that decides.</param>
/// <param name="ReceivedAt">Null while, or because, it was not accepted: a filing is no receipt.</param>
/// <param name="Returned">When the result was given; null while it was not.</param>
/// <param name="Way">Phương thức nhận kết quả.</param>
public sealed record RegisterLine(
    string Code, string Procedure, string Applicant, string Address, string Competent, DateTimeOffset? ReceivedAt, DateTimeOffset? DueAt, string? Returned,
    string Way, string? Note);

/// <summary>Form 07, Sổ theo dõi hồ sơ: the register of a desk for a time, across the page.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record RegisterPaper(IssuingAgency Issuer, DateOnly From, DateOnly To, IReadOnlyList<RegisterLine> Lines, DateTimeOffset MadeAt)
{
    /// <summary>What the first line is counted as, when this continues a page before.</summary>
    public int First { get; init; } = 1;

    private static readonly string[] Heads =
        [
            "TT", "Mã hồ sơ", "Tên thủ tục hành chính", "Số lượng hồ sơ (bộ)", "Tên tổ chức, cá nhân", "Địa chỉ, số điện thoại", "Cơ quan chủ trì giải quyết",
            "Nhận hồ sơ", "Hẹn trả",
            "Trả kết quả", "Phương thức nhận kết quả", "Ký nhận", "Ghi chú",
        ];

    public byte[] Print()
    {
        var table = new Grid(
            [4, 17, 14, 6, 11, 13, 12, 9, 9, 9, 9, 7, 8], [[.. Heads.Select(head => Field(head, Alignment.Center, Face.Bold, 9))], .. Lines.Select(Row)])
        {
            Lined = true,
            HeadRows = 1,
            Padding = 3,
        };
        var title = Title("SỔ THEO DÕI HỒ SƠ", string.Create(CultureInfo.InvariantCulture, $"Từ ngày {From:dd/MM/yyyy} đến ngày {To:dd/MM/yyyy}"));
        var head = Head(Issuer, string.Create(CultureInfo.InvariantCulture, $"{From.Year}/STD"), DateOnly.FromDateTime(MadeAt.DateTime));
        return (new PrintedPaper(Metadata("Sổ theo dõi hồ sơ", Issuer, MadeAt), head, title, table) with { Landscape = true }).Print();
    }

    private IReadOnlyList<Cell> Row(RegisterLine line, int n) =>
    [
        Small(string.Create(CultureInfo.InvariantCulture, $"{First + n}"), Alignment.Center),
        Small(line.Code),
        Small(line.Procedure),
        Small("01", Alignment.Center),
        Small(line.Applicant),
        Small(line.Address),
        Small(line.Competent),
        Small(line.ReceivedAt is { } received ? When(received) : "", Alignment.Center),
        Small(line.DueAt is { } due ? When(due) : "", Alignment.Center),
        Small(line.Returned ?? "", Alignment.Center),
        Small(line.Way),
        Small(""),
        Small(line.Note ?? ""),
    ];

    private static string When(DateTimeOffset at) => at.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static Cell Small(string text, Alignment align = Alignment.Left) => Field(text, align, Face.Regular, 9);
}
