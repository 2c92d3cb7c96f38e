using PublicAdmin.Forms.Official;
using PublicAdmin.Forms.Results;

namespace PublicAdmin.Load;

/// <summary>One of each paper the office makes, as long as it usually is.</summary>
internal static class SampleForms
{
    private static readonly IssuingAgency Agency = new(null, "Ủy ban nhân dân phường Điện Biên Phủ", "Điện Biên Phủ");
    private static readonly IssuingAgency Center = new(Agency.Agency, "Trung tâm Phục vụ hành chính công", "Điện Biên Phủ");
    private static readonly Signer Clerk = new("NGƯỜI TIẾP NHẬN HỒ SƠ", "Cà Thị Xuân");
    private static readonly Signer Chair = new("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Lò Thị Hương");

    private static readonly DossierHead Head = new(
        "H18.61-261120-0001", "Cấp Giấy xác nhận tình trạng hôn nhân", new Party("Quàng Văn Nghĩa", "011090001234", "phường Điện Biên Phủ"),
        "https://example.vn/api/verification/eyJjIjoiSDE4LjYxLTI2MTEyMC0wMDAxIn0");

    public static DateTimeOffset At { get; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    public static IReadOnlyList<(string Name, Func<byte[]> Print)> All { get; } =
    [
        ("form 01", Receipt),
        ("form 02", () =>
            new SupplementPaper(Center, Head, "12/PBS-TTPVHCC", [new("Tờ khai", "Thiếu chữ ký")], "Điều 22", "02153 800 000", At) { Guide = Clerk }.Print()),
        ("form 03", () => new RefusalPaper(Center, Head, "12/PTC-TTPVHCC", "Không thuộc thẩm quyền.", "Điều 21 Luật Hộ tịch", At, Clerk).Print()),
        ("form 04", Apology),
        ("form 05", () => new StopPaper(Agency, Head, "12/TB-UBND", At, "Công dân đề nghị dừng.", "Khoản 2 Điều 19", At) { Head = Chair }.Print()),
        ("form 06", () =>
            new ControlPaper(
                Center, Head, "12/PKS-TTPVHCC", At, At.AddDays(6), [.. Enumerable.Range(1, 5).Select(HandOver)], At) { Competent = Agency.Agency }.Print()),
        ("form 07 of 30 dossiers",
            () => new RegisterPaper(Center, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 20), [.. Enumerable.Range(1, 30).Select(Line)], At).Print()),
        ("result", Result),
    ];

    public static byte[] Receipt() => new ReceiptPaper(Center, Head, "12/TNHS-TTPVHCC", [new("Tờ khai")], "3 ngày làm việc", At, At.AddDays(6))
    {
        ReturnAt = "Trung tâm Phục vụ hành chính công",
        Receiver = Clerk,
        Tracking = new TrackingSlip("7KM2X9QRTA", "example.vn/track", "https://example.vn/track#H18.61-261120-0001&7KM2X9QRTA"),
    }.Print();

    private static byte[] Apology() => new ApologyPaper(
        Agency, Head, "12/PXL-UBND", At, At.AddDays(6), At.AddDays(9), "Cần xác minh thêm tại nơi cư trú trước đây.")
    {
        Sent = At,
        Head = Chair,
        Late = false,
    }.Print();

    public static byte[] Result() => new MaritalStatusCertificate(
        "Quàng Văn Nghĩa", new DateOnly(1990, 3, 14), "Nam", "Thái", "Việt Nam", "011090001234", "Tổ dân phố 5, phường Điện Biên Phủ, tỉnh Điện Biên",
        "Chưa đăng ký kết hôn với ai", "đăng ký kết hôn với bà Lường Thị Thủy").Print(Agency, Head, Chair, At);

    private static HandOver HandOver(int step) => new("Cà Thị Xuân", "Phạm Quang Huy", At.AddHours(step), "Đã giao");

    private static RegisterLine Line(int serial) => new(
        $"H18.61-261120-{serial:D4}", Head.Procedure, "Quàng Văn Nghĩa", "phường Điện Biên Phủ, 0912345678", "UBND phường Điện Biên Phủ", At, At.AddDays(6),
        null, "Tại quầy", null);
}
