using System.Globalization;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf.Fonts;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>One hand-over: who gave, who took, when, and how it stood in time.</summary>
/// <param name="From">Body and person, lines apart by '\n'.</param>
/// <param name="To">The same of whoever took it.</param>
/// <param name="At">Office time.</param>
/// <param name="Result">Trước hạn, đúng hạn or quá hạn; null where the rules set this step no time.</param>
public sealed record HandOver(string From, string To, DateTimeOffset At, string? Result, string? Note = null);

/// <summary>Form 06, Phiếu kiểm soát quá trình giải quyết hồ sơ: it travels with the dossier, is signed by nobody and so bears no seal.</summary>
/// <param name="Number">Such as <c>12/PKS-TTPVHCC</c>.</param>
public sealed record ControlPaper(
    IssuingAgency Issuer, DossierHead Dossier, string Number, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt,
    IReadOnlyList<HandOver> Steps, DateTimeOffset MadeAt)
{
    private static readonly string[] Heads = [
        "TT", "Bên giao", "Bên nhận", "Thời gian giao, nhận", "Kết quả giải quyết (trước hạn, đúng hạn, quá hạn)", "Ghi chú"];

    /// <summary>Cơ quan chủ trì.</summary>
    public required string Competent { get; init; }

    /// <summary>Cơ quan phối hợp: whoever else had it in hand.</summary>
    public IReadOnlyList<string> Coordinating { get; init; } = [];

    public byte[] Print() => new PrintedPaper(
        Metadata("Phiếu kiểm soát quá trình giải quyết hồ sơ", Issuer, MadeAt),
        Head(Issuer, Number, DateOnly.FromDateTime(MadeAt.DateTime)),
        Title("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"),
        Line("Mã hồ sơ", Dossier.Codes),
        Line("Hồ sơ của", Dossier.Applicant.Name),
        Line("Nội dung yêu cầu giải quyết", Dossier.Procedure),
        Line("Cơ quan (bộ phận) giải quyết hồ sơ", Competent),
        Line("Cơ quan phối hợp giải quyết hồ sơ", Coordinating.Count > 0 ? string.Join("; ", Coordinating) : "Không có"),
        Line("Thời gian nhận hồ sơ", Written(ReceivedAt)),
        Line("Thời gian hẹn trả kết quả", DueAt is { } due ? Written(due) : null),
        new Gap(4),
        new Grid([6, 26, 26, 16, 14, 18], [[.. Heads.Select(head => Field(head, Alignment.Center, Face.Bold))], .. Steps.Select(Row)])
        {
            Lined = true,
            HeadRows = 1,
            Padding = 4
        },
        new Gap(12),
        Qr(Dossier)).Print();

    private static IReadOnlyList<Cell> Row(HandOver step, int n) =>
    [
        Field(string.Create(CultureInfo.InvariantCulture, $"{n + 1}"), Alignment.Center),
        Field(step.From),
        Field(step.To),
        Field(step.At.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture), Alignment.Center),
        Field(step.Result ?? "", Alignment.Center),
        Field(step.Note ?? ""),
    ];
}
