using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>The page a payer sees at the invented platform: no script, no name of anybody, and it says that no money moves.</summary>
public sealed record SamplePlatformPage(string Reference, string Amount, string Until, bool Unheard, string? Said, IReadOnlyList<SamplePlatformButton> Buttons)
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private const string Pay = "pay";
    private const string Cancel = "cancel";
    private const string Back = "Quay lại hồ sơ";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly HtmlTemplate Page = new("Embedded.SamplePlatform.payment.html");

    internal static IResult Of(HeldOrder held, bool over, HttpResponse response, bool unheard = false)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-store";
        var html = Page.Fill(Shown(held, over, unheard));
        return TypedResults.Content(html, "text/html", Encoding.UTF8, unheard ? StatusCodes.Status502BadGateway : StatusCodes.Status200OK);
    }

    private static SamplePlatformPage Shown(HeldOrder held, bool over, bool unheard)
    {
        (string? Said, SamplePlatformButton[] Buttons) below = (over, held.Notice?.State) switch
        {
            (true, _) => ("Yêu cầu thanh toán đã hết hạn.", []),
            (_, SampleNotice.Failed) => ("Yêu cầu thanh toán đã bị hủy.", [new(Cancel, Back)]),
            (_, SampleNotice.Paid) => ("Đã thanh toán.", [new(Pay, Back)]),
            _ => (null, [new(Pay, "Thanh toán"), new(Cancel, "Hủy")]),
        };
        return new(
            held.Order.MaThamChieu, held.Order.SoTien.ToString("N0", Vietnamese),
            held.Order.HanThanhToan.Here().ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture), unheard, below.Said, below.Buttons);
    }
}

/// <param name="Act">What pressing it asks for: pay or cancel.</param>
public sealed record SamplePlatformButton(string Act, string Words);
