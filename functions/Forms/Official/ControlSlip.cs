using System.Globalization;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf.Fonts;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>One hand-over: who gave, who took, when, and how it stood in time.</summary>
/// <param name="At">Office time.</param>
/// <param name="Result">Trước hạn, đúng hạn or quá hạn.</param>
public sealed record HandOver(string From, string To, DateTimeOffset At, string Result, string? Note = null);

/// <summary>Form 06, Phiếu kiểm soát quá trình giải quyết hồ sơ: it travels with the dossier.</summary>
public sealed record ControlSlip(
    Issuer Issuer, DossierHead Dossier, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt, IReadOnlyList<HandOver> Steps, DateTimeOffset MadeAt)
{
    private static readonly string[] Heads = ["TT", "Bên giao", "Bên nhận", "Thời gian giao, nhận", "Kết quả", "Ghi chú"];

    /// <summary>Such as <c>12/PKS-TTPVHCC</c>.</summary>
    public string Number { get; init; } = "……/PKS";

    public byte[] Print() => new Paper(
        Metadata("Phiếu kiểm soát quá trình giải quyết hồ sơ", Issuer, MadeAt),
        Head(Issuer, Number, DateOnly.FromDateTime(MadeAt.DateTime)),
        Title("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"),
        Line("Mã hồ sơ", Dossier.Code),
        Line("Hồ sơ của", Dossier.Applicant.Name),
        Line("Nội dung yêu cầu giải quyết", Dossier.Procedure),
        Line("Thời gian nhận hồ sơ", Written(ReceivedAt)),
        Line("Thời gian hẹn trả kết quả", DueAt is { } due ? Written(due) : null),
        new Gap(4),
        new Grid([6, 27, 27, 18, 12, 18], [[.. Heads.Select(head => Field(head, Alignment.Center, Face.Bold))], .. Steps.Select(Row)]) { Lined = true, HeadRows = 1, Padding = 4 },
        new Gap(12),
        Qr(Dossier)).Print();

    private static IReadOnlyList<Cell> Row(HandOver step, int n) =>
    [
        Field(string.Create(CultureInfo.InvariantCulture, $"{n + 1}"), Alignment.Center),
        Field(step.From),
        Field(step.To),
        Field(step.At.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture), Alignment.Center),
        Field(step.Result, Alignment.Center),
        Field(step.Note ?? ""),
    ];
}
