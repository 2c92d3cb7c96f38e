using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>What the platform tells of one order; it writes the message itself, as a system outside would, and shares only the secret with us.</summary>
/// <param name="Amount">Đồng.</param>
/// <param name="State">TrangThaiGD: 1 paid, 3 pending, 4 failed.</param>
internal sealed record SampleNotice(string Reference, long Amount, string Transaction, DateTimeOffset At, int State, bool IsRefund = false)
{
    public const int Paid = 1;
    public const int Pending = 3;
    public const int Failed = 4;

    /// <summary>The message with MaXacThuc over all its other fields in their order.</summary>
    public JsonObject SignedWith(string secret)
    {
        var fields = new JsonObject
        {
            ["LoaiBanTin"] = IsRefund ? "HOAN" : "IPN",
            ["MaLoi"] = State is Paid ? "00" : "01",
            ["MaDoiTac"] = "MAU",
            ["MaThamChieu"] = Reference,
            ["SoTien"] = Amount,
            ["MaTienTe"] = "VND",
            ["MaGiaoDich"] = Transaction,
            ["MaNganHang"] = "MAU",
            ["ThoiGianGD"] = At.Here().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
            ["ThongTinGiaoDich"] = IsRefund ? "Hoàn trả" : "Nộp phí",
            ["TrangThaiGD"] = State,
        };
        var text = string.Join('|', fields.Select(field => field.Value!.ToString()));
        fields["MaXacThuc"] = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
        return fields;
    }
}
