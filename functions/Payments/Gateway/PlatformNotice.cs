using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using PublicAdmin.Payments.Orders;

namespace PublicAdmin.Payments.Gateway;

/// <summary>
/// What the platform sends of one payment, in the names it uses. MaXacThuc is the hex HMAC-SHA256, with the shared secret, of the other fields in their
/// order, joined by "|"; the algorithm of the real platform was not seen (design, part 7) and is changed here alone.
/// </summary>
/// <param name="Kind">LoaiBanTin.</param>
/// <param name="Error">MaLoi: "00" is good.</param>
/// <param name="Partner">MaDoiTac.</param>
/// <param name="Reference">MaThamChieu.</param>
/// <param name="Amount">SoTien, đồng.</param>
/// <param name="Currency">MaTienTe.</param>
/// <param name="Transaction">MaGiaoDich.</param>
/// <param name="Bank">MaNganHang.</param>
/// <param name="At">ThoiGianGD, yyyyMMddHHmmss in Vietnam.</param>
/// <param name="Text">ThongTinGiaoDich.</param>
/// <param name="State">TrangThaiGD: 1 paid, 3 pending, 4 failed.</param>
/// <param name="Code">MaXacThuc.</param>
public sealed record PlatformNotice(
    [property: JsonPropertyName("LoaiBanTin")] string Kind,
    [property: JsonPropertyName("MaLoi")] string Error,
    [property: JsonPropertyName("MaDoiTac")] string Partner,
    [property: JsonPropertyName("MaThamChieu")] string Reference,
    [property: JsonPropertyName("SoTien")] long Amount,
    [property: JsonPropertyName("MaTienTe")] string Currency,
    [property: JsonPropertyName("MaGiaoDich")] string Transaction,
    [property: JsonPropertyName("MaNganHang")] string Bank,
    [property: JsonPropertyName("ThoiGianGD")] string At,
    [property: JsonPropertyName("ThongTinGiaoDich")] string Text,
    [property: JsonPropertyName("TrangThaiGD")] int State,
    [property: JsonPropertyName("MaXacThuc")] string Code)
{
    /// <summary>LoaiBanTin of money that went back; our own name for it, as the platform's was not seen.</summary>
    public const string RefundKind = "HOAN";

    private const string Format = "yyyyMMddHHmmss";

    [JsonIgnore]
    public bool IsRefund => Kind == RefundKind;

    [JsonIgnore]
    public PlatformPayment Payment => new(Amount, Currency, Transaction, Bank, Instant ?? DateTimeOffset.MinValue);

    /// <summary>Null when it is no time.</summary>
    [JsonIgnore]
    public DateTimeOffset? Instant =>
        DateTime.TryParseExact(At, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, TimeSpan.FromHours(7)) : null;

    [JsonIgnore]
    public PlatformAnswer Answer => (Error, State, Instant) switch
    {
        ("00", 1, not null) => new PlatformAnswer(PlatformState.Paid, Payment),
        (_, 4, _) => new PlatformAnswer(PlatformState.Failed),
        (_, 3, _) => new PlatformAnswer(PlatformState.Pending),
        _ => new PlatformAnswer(PlatformState.Unknown),
    };

    public bool IsSignedWith(string secret) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeWith(secret)), Encoding.UTF8.GetBytes(Code));

    public PlatformNotice SignedWith(string secret) => this with { Code = CodeWith(secret) };

    private string CodeWith(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(secret),
        Encoding.UTF8.GetBytes(
            string.Join('|', Kind, Error, Partner, Reference, Amount.ToString(CultureInfo.InvariantCulture), Currency, Transaction, Bank, At, Text,
                State.ToString(CultureInfo.InvariantCulture)))));
}
