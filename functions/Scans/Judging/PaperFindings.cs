using System.Globalization;
using PublicAdmin.Platform;
using PublicAdmin.Scans.Pictures;

namespace PublicAdmin.Scans.Judging;

/// <summary>Every finding there is; the codes never change.</summary>
public static class PaperFindings
{
    public const string InfectedCode = "infected";

    private const string TooFewDpiCode = "too-few-dpi";
    private const string BelowWantedCode = "below-wanted-dpi";

    public static ScanFinding Empty { get; } =
        Refuse("empty", "Tệp không có nội dung. Hãy quét hoặc chọn lại tệp.", "The file is empty. Scan or choose it again.");

    public static ScanFinding UnknownKind { get; } = Refuse(
        "unknown-kind",
        "Chỉ nhận PDF, JPEG, PNG và TIFF. Ảnh HEIC của điện thoại hãy lưu lại thành JPEG; văn bản Word hãy lưu thành PDF.",
        "Only PDF, JPEG, PNG and TIFF are taken. Save a phone's HEIC picture as JPEG and a Word text as PDF.");

    public static ScanFinding Encrypted { get; } = Refuse(
        "encrypted", "Tệp PDF bị khóa hoặc có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.",
        "The PDF is locked or has a password. Remove it and send the file again.");

    public static ScanFinding Corrupt { get; } = Refuse(
        "corrupt", "Tệp bị hỏng hoặc thiếu phần cuối. Hãy quét hoặc lưu lại rồi gửi.", "The file is damaged or cut short. Scan or save it again.");

    public static ScanFinding TooComplex { get; } = Refuse(
        "too-complex", "Tệp có quá nhiều trang hoặc thành phần. Hãy tách thành nhiều tệp nhỏ hơn.", "The file has too many pages or parts. Split it.");

    public static ScanFinding StrangeKind { get; } = Refuse(
        "strange-picture",
        "Ảnh thuộc loại không hiển thị được ở mọi nơi (ví dụ ảnh màu in CMYK). Hãy lưu lại thành JPEG hoặc PNG thông thường rồi gửi.",
        "The picture is of a kind that cannot be shown everywhere (such as CMYK, for printing). Save it as an ordinary JPEG or PNG and send it again.");

    public static ScanFinding NoPages { get; } = Refuse("no-pages", "Tệp không có trang nào.", "The file has no page.");

    public static ScanFinding Active { get; } = Warn(
        "active-content", "Tệp PDF có chứa mã tự chạy. Chỉ mở bằng máy đã tắt tính năng này; nên in lại thành PDF.",
        "The PDF runs a program when opened. Open it only where that is switched off; better print it to PDF again.");

    public static ScanFinding WithSignature { get; } = new(
        "signed", Weight.Note, new("Tệp có chữ ký số; giữ nguyên tệp gốc.", "The file carries a digital signature; the original is kept as it is."));

    private static readonly Dictionary<string, ScanFinding> Fixed =
        new[] { Empty, UnknownKind, Encrypted, Corrupt, TooComplex, StrangeKind, NoPages, Active, WithSignature }.ToDictionary(
            finding => finding.Code, StringComparer.Ordinal);

    /// <summary>The finding of a code, as it was kept.</summary>
    /// <exception cref="InvalidDataException">There is no such finding.</exception>
    public static ScanFinding Of(string code, string? value) => (code, value) switch
    {
        (InfectedCode, { } virus) => Infected(virus),
        (TooFewDpiCode, { } dpi) => TooFewDpi(int.Parse(dpi, CultureInfo.InvariantCulture)),
        (BelowWantedCode, { } dpi) => BelowWanted(int.Parse(dpi, CultureInfo.InvariantCulture)),
        _ => Fixed.GetValueOrDefault(code) ?? throw new InvalidDataException($"No finding is called {code}."),
    };

    public static ScanFinding Infected(string virus) => Refuse(
        InfectedCode, $"Tệp có mã độc ({virus}) và đã bị chặn.", $"The file carries malware ({virus}) and is blocked.") with
    { Value = virus };

    public static ScanFinding TooFewDpi(int dpi) => Warn(
        TooFewDpiCode,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Ảnh quét chỉ khoảng {dpi} dpi, khó đọc (cần từ {ScanResolution.Wanted}, ít nhất {ScanResolution.Least}). Nên quét lại."),
        string.Create(
            CultureInfo.InvariantCulture,
            $"The scan has only about {dpi} dpi and is hard to read ({ScanResolution.Wanted} wanted, {ScanResolution.Least} at least). Better scan it "
                + $"again.")) with
    { Value = dpi.ToString(CultureInfo.InvariantCulture) };

    public static ScanFinding BelowWanted(int dpi) => new(
        BelowWantedCode,
        Weight.Note,
        new(
            string.Create(CultureInfo.InvariantCulture, $"Ảnh quét khoảng {dpi} dpi; lưu trữ lâu dài cần {ScanResolution.Wanted}."),
            string.Create(CultureInfo.InvariantCulture, $"The scan has about {dpi} dpi; long-term keeping wants {ScanResolution.Wanted}.")),
        dpi.ToString(CultureInfo.InvariantCulture));

    private static ScanFinding Refuse(string code, string vi, string en) => new(code, Weight.Refusal, new Text(vi, en));

    private static ScanFinding Warn(string code, string vi, string en) => new(code, Weight.Warning, new Text(vi, en));
}
