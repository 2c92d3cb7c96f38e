using PublicAdmin.Forms.Official;
using PublicAdmin.Forms.Results;

namespace PublicAdmin.Tests.Forms;

/// <summary>Every form and result once, with long names and difficult letters.</summary>
internal static class SamplePapers
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 9, 5, 0, TimeSpan.FromHours(7));

    private static readonly IssuingAgency Center = new("Ủy ban nhân dân phường Điện Biên Phủ", "Trung tâm Phục vụ hành chính công", "Điện Biên Phủ");

    public static readonly IssuingAgency Committee = new("Tỉnh Điện Biên", "Ủy ban nhân dân phường Điện Biên Phủ", "Điện Biên Phủ");

    public static readonly Signer Chair = new("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Lò Thị Hương");

    public static readonly DossierHead Dossier = new(
        "H18.61-261120-0001",
        "Cấp Giấy xác nhận tình trạng hôn nhân",
        new Party("Quàng Văn Nghĩa", "011090001234", "Tổ dân phố 5, phường Điện Biên Phủ, tỉnh Điện Biên", "0912345678", "nghia@example.vn"),
        "https://dichvucong.dienbien.gov.vn/xac-thuc#eyJjIjoiSDE4LjYxLTI2MTEyMC0wMDAxIn0.MEUCIQDf1x3lq7m2");

    private static readonly Signer Clerk = new("NGƯỜI TIẾP NHẬN HỒ SƠ", "Cà Thị Xuân");

    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>
    {
        ["01"] = Receipt([
            new("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân theo mẫu (bản chính)"),
            new("Quyết định ly hôn của Tòa án nhân dân khu vực 1 – Điện Biên (bản sao)", 2),
        ]),
        ["01 with 13 papers"] = Receipt(
            [.. Enumerable.Range(1, 13).Select(n => new HandedIn($"Giấy tờ thứ {n} chứng minh quá trình sử dụng đất ổn định, lâu dài"))]),
        ["01 of an organisation"] = Receipt(
            [new("Đơn đề nghị theo mẫu")],
            Dossier with
            {
                Applicant = new Party(
                "Hợp tác xã cà phê Mường Ảng", "5600123456", "xã Mường Ảng, tỉnh Điện Biên")
                { IsOrganisation = true, Representative = "Lường Thị Phương" }
            }),
        ["02"] = new SupplementPaper(
            Center,
            Dossier,
            "12/PBS-TTPVHCC",
            [new("Quyết định ly hôn", "Bản chụp thiếu trang 2, đề nghị nộp lại đầy đủ."), new("Tờ khai", "Chưa ghi thời gian cư trú trước đây.")],
            "khoản 3 Điều 22 Nghị định số 123/2015/NĐ-CP",
            "bà Cà Thị Xuân, điện thoại 0215 3 825 555",
            At)
        { Guide = new Signer("NGƯỜI HƯỚNG DẪN", "Cà Thị Xuân") }.Print(),
        ["03"] = new RefusalPaper(
            Center, Dossier, "3/PTC-TTPVHCC", "Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan.", "Điều 17 Nghị định số 118/2025/NĐ-CP", At, Clerk).Print(),
        ["04 before"] = Apology(late: false),
        ["04 after"] = Apology(late: true),
        ["05"] = new StopPaper(
            Committee, Dossier, "5/TB-UBND", At, "Người yêu cầu đã được cấp giấy xác nhận tại hồ sơ khác.", "Điều 21 Nghị định số 118/2025/NĐ-CP",
            At.AddDays(2))
        { Head = Deputy }.Print(),
        ["06"] = new ControlPaper(
            Center,
            Dossier,
            "12/PKS-TTPVHCC",
            At,
            At.AddDays(6),
            [
                new HandOver("Quàng Văn Nghĩa", "Cà Thị Xuân, Trung tâm Phục vụ hành chính công phường Điện Biên Phủ", At.AddMinutes(10), "Trước hạn"),
                new HandOver("Trung tâm Phục vụ hành chính công phường Điện Biên Phủ", "Phạm Quang Huy", At.AddHours(2), null),
                new HandOver("Phạm Quang Huy", "Quàng Văn Nghĩa", At.AddHours(3), null, "Yêu cầu bổ sung; tạm dừng tính thời hạn"),
                new HandOver("Hoàng Thị Ngọc", "Trung tâm Phục vụ hành chính công phường Điện Biên Phủ", At.AddDays(9), "Quá hạn"),
            ],
            At)
        { Competent = "Ủy ban nhân dân phường Điện Biên Phủ", Coordinating = ["Văn phòng Đăng ký đất đai tỉnh Điện Biên"] }.Print(),
        ["07"] = new RegisterPaper(
            Center,
            new DateOnly(2026, 11, 1),
            new DateOnly(2026, 11, 30),
            [
                .. Enumerable.Range(1, 40).Select(n => new RegisterLine(
                    $"H18.61-261120-{n:0000}", "Cấp Giấy xác nhận tình trạng hôn nhân", "Quàng Văn Nghĩa", "Tổ dân phố 5, phường Điện Biên Phủ, 0912345678",
                    "Ủy ban nhân dân phường Điện Biên Phủ", n % 7 == 0 ? null : At.AddMinutes(n), n % 7 == 0 ? null : At.AddDays(6),
                    n % 3 == 0 ? "09:15 25/11/2026" : null, "Tại quầy", null)),
            ],
            At).Print(),
        ["birth"] = new BirthExtract(
            "Quàng Thị Ngọc Ánh",
            new DateOnly(2026, 2, 5),
            "Nữ",
            "Thái",
            "Việt Nam",
            "Bệnh viện Đa khoa tỉnh Điện Biên, phường Mường Thanh, tỉnh Điện Biên",
            "xã Mường Mùn, tỉnh Điện Biên",
            "011326000123",
            new Parent("Quàng Văn Nghĩa", "1990", "Thái", "Việt Nam", "Tổ dân phố 5, phường Điện Biên Phủ, tỉnh Điện Biên"),
            new Parent("Lường Thị Thủy", "1994", "Thái", "Việt Nam", "Tổ dân phố 5, phường Điện Biên Phủ, tỉnh Điện Biên"),
            "Ủy ban nhân dân phường Điện Biên Phủ, số 25/2026, ngày 12 tháng 02 năm 2026").Print(Committee, Dossier, Chair, At),
        ["marital"] = Marital.Print(Committee, Dossier, Chair, At),
        ["decision"] = new DecisionPaper(
            "Quyết định",
            "Về việc trợ cấp hưu trí xã hội hằng tháng",
            [
                "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
                "Căn cứ Nghị định số 176/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ;",
                "Theo đề nghị của Trưởng phòng Văn hóa – Xã hội.",
            ],
            [
                "Điều 1. Trợ cấp hưu trí xã hội hằng tháng đối với ông Quàng Văn Nghĩa, sinh năm 1950, mức 500.000 đồng/tháng, kể từ tháng 12 năm 2026.",
                "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
                "Điều 3. Chánh Văn phòng, Trưởng phòng Văn hóa – Xã hội và ông Quàng Văn Nghĩa chịu trách nhiệm thi hành Quyết định này./.",
            ]).Print(Committee, Dossier, Chair, At),
    };

    private static Signer Deputy => new("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Vừ A Sùng");

    private static byte[] Receipt(IReadOnlyList<HandedIn> components, DossierHead? dossier = null) => new ReceiptPaper(
        Center, dossier ?? Dossier, "12/TNHS-TTPVHCC", components, "3 ngày làm việc", At, At.AddDays(6))
    {
        ReturnAt = "Trung tâm Phục vụ hành chính công phường Điện Biên Phủ",
        Receiver = Clerk,
        RegisterEntry = "12",
        Tracking = new TrackingSlip("7KM2X9QRTA", "dichvucong.dienbien.gov.vn/track", "https://dichvucong.dienbien.gov.vn/track#H18.61-261120-0001&7KM2X9QRTA"),
    }.Print();

    private static byte[] Apology(bool late) => new ApologyPaper(
        Committee, Dossier, "7/PXL-UBND", At, At.AddDays(6), At.AddDays(10), "phải chờ kết quả xác minh tình trạng hôn nhân tại nơi cư trú trước đây.")
    {
        Sent = At.AddDays(late ? 7 : 5),
        Head = Chair,
        Late = late,
    }.Print();

    public static MaritalStatusCertificate Marital => new(
        "Quàng Văn Nghĩa",
        new DateOnly(1990, 3, 14),
        "Nam",
        "Thái",
        "Việt Nam",
        "011090001234",
        "Tổ dân phố 5, phường Điện Biên Phủ, tỉnh Điện Biên",
        "Đã đăng ký kết hôn nhưng đã ly hôn theo Bản án số 12/2024/HNGĐ-ST ngày 03/5/2024; hiện tại chưa đăng ký kết hôn với ai.",
        "đăng ký kết hôn với bà Lường Thị Thủy, số định danh 011194005678, tại Ủy ban nhân dân xã Mường Mùn, tỉnh Điện Biên");
}
