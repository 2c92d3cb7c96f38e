using PublicAdmin.Forms.Layout;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Official;

/// <summary>
/// Form 04, signed by the head of the agency. Before the promised time it apologises for what will not be kept and asks for an extension; after it, it
/// apologises for what was not kept, and extends nothing.
/// </summary>
/// <param name="Number">Such as <c>7/PXL-UBND</c>.</param>
/// <param name="ReceivedAt">Office time.</param>
/// <param name="PromisedAt">The first promise.</param>
/// <param name="NewDate">The new one, or the one now expected; null while the head has not set it.</param>
/// <param name="Reason">Null while the head has not written it.</param>
public sealed record ApologyPaper(
    IssuingAgency Issuer, DossierHead Dossier, string Number, DateTimeOffset ReceivedAt, DateTimeOffset PromisedAt, DateTimeOffset? NewDate, string? Reason)
{
    private const string Dots = "……………………………………………………………";

    /// <summary>When this is written, office time.</summary>
    public required DateTimeOffset Sent { get; init; }

    public required Signer Head { get; init; }

    /// <summary>The time was over when this was written: nothing can be extended any more.</summary>
    public required bool Late { get; init; }

    public byte[] Print() => new PrintedPaper(
        Metadata(Late ? "Xin lỗi về việc chậm trả kết quả giải quyết hồ sơ" : "Xin lỗi và đề nghị gia hạn thời gian giải quyết hồ sơ", Issuer, Sent),
        [
            OfficialPaper.Head(Issuer, Number, DateOnly.FromDateTime(Sent.DateTime)),
            Late ? Title("XIN LỖI", "Về việc chậm trả kết quả giải quyết hồ sơ") : Title("XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN", "THỜI GIAN GIẢI QUYẾT HỒ SƠ"),
            To(Dossier.Applicant),
            Received(Issuer, Dossier, ReceivedAt),
            Line("Thời gian hẹn trả kết quả", Written(PromisedAt)),
            .. Late ? Overdue() : Extending(),
            Body($"Rất mong nhận được sự thông cảm của {Dossier.Applicant.You}."),
            new Gap(8),
            new Grid(
                [45, 55],
                [
                    new Cell(Receivers("Như trên;", "Lưu: VT, hồ sơ."), new Gap(8), Qr(Dossier)),
                    SignedBy(Head, FieldNames.Person, FieldNames.Seal),
                ]),
        ]).Print();

    private IEnumerable<Block> Extending() =>
    [
        Body($"{Issuer.FullName} dự kiến không thể trả kết quả đúng thời gian đã hẹn. Lý do: {Why}."),
        Body(Run.Bold($"{Issuer.FullName} xin lỗi {Dossier.Applicant.You}"), " và đề nghị gia hạn thời gian giải quyết hồ sơ."),
        Line("Thời gian trả kết quả mới", When),
    ];

    private IEnumerable<Block> Overdue() =>
    [
        Body($"Đến nay đã quá thời gian hẹn mà {Issuer.FullName} chưa trả được kết quả. Lý do: {Why}."),
        Body(Run.Bold($"{Issuer.FullName} xin lỗi {Dossier.Applicant.You}"), " về sự chậm trễ này."),
        Line("Thời gian dự kiến trả kết quả", When),
    ];

    private string Why => Reason?.TrimEnd('.', ' ') ?? Dots;

    private string? When => NewDate is { } day ? Written(day) : null;
}
