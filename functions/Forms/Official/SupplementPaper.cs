using System.Globalization;
using PublicAdmin.Forms.Layout;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>Form 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.</summary>
/// <param name="Number">Such as <c>12/PBS-TTPVHCC</c>.</param>
/// <param name="Items">What is missing and why, one line each.</param>
/// <param name="Ground">The rules it rests on; empty for none.</param>
/// <param name="Contact">Name and phone of whoever explains.</param>
/// <param name="At">Office time.</param>
public sealed record SupplementPaper(
    IssuingAgency Issuer, DossierHead Dossier, string Number, IReadOnlyList<AskedItem> Items, string Ground, string Contact, DateTimeOffset At)
{
    public required Signer Guide { get; init; }

    public byte[] Print() => new PrintedPaper(
        Metadata("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", Issuer, At),
        [
            Head(Issuer, Number, DateOnly.FromDateTime(At.DateTime)),
            Title("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"),
            .. About(Dossier),
            Body("Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:"),
            .. Items.Select((item, n) => Body(string.Create(CultureInfo.InvariantCulture, $"{n + 1}. {item.What}"))),
            Body("Lý do:"),
            .. Items.Select((item, n) => Body(string.Create(CultureInfo.InvariantCulture, $"{n + 1}. {item.Reason}"))),
            .. Ground.Length > 0 ? new Block[] { Line("Căn cứ", Ground) } : [],
            Body(
                $"Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, {Dossier.Applicant.You} liên hệ với ", Run.Bold(Contact),
                " để được hướng dẫn. Thời hạn giải quyết tạm dừng tính từ khi có phiếu này và được tính tiếp từ khi nhận đủ hồ sơ bổ sung."),
            new Gap(8),
            new Grid([40, 60], [new Cell(new Gap(14), Qr(Dossier)), SignedBy(Guide, FieldNames.Person, FieldNames.Seal, "(Ký và ghi rõ họ tên)")]),
        ]).Print();
}

/// <summary>One thing to complete.</summary>
/// <param name="Reason">Why it is asked.</param>
public sealed record AskedItem(string What, string Reason);
