using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>The page a payer sees at the invented platform: no script, no name of anybody, and it says that no money moves.</summary>
internal static class SamplePlatformPage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static IResult Of(HeldOrder held, bool over, HttpResponse response, bool unheard = false)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-store";
        return TypedResults.Content(Html(held, over, unheard), "text/html", Encoding.UTF8, unheard ? StatusCodes.Status502BadGateway : StatusCodes.Status200OK);
    }

    private static string Html(HeldOrder held, bool over, bool unheard) => $$"""
        <!doctype html>
        <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Nền tảng thanh toán mẫu</title>
        <style>body{font:18px/1.5 sans-serif;max-width:30rem;margin:auto;padding:1rem;color:#1a1a1a;background:#fff}dt{color:#555}dd{margin:0 0 .6rem;
        overflow-wrap:anywhere}button{font:inherit;min-height:48px;width:100%;margin:.3rem 0;border:2px solid #0b5c2e;border-radius:6px;background:#fff;
        color:#0b5c2e}.pay{background:#0b5c2e;color:#fff}.note{border-left:4px solid #b45f06;padding-left:.8rem}</style></head>
        <body><main><h1>Nền tảng thanh toán mẫu</h1>
        <p class="note">Trang này chỉ để dùng thử, không có tiền thật. <span lang="en">An invented platform to try things out: no money moves.</span></p>
        <dl><dt>Mã tham chiếu</dt><dd>{{WebUtility.HtmlEncode(held.Order.MaThamChieu)}}</dd>
        <dt>Số tiền</dt><dd>{{held.Order.SoTien.ToString("N0", Vietnamese)}} đồng</dd>
        <dt>Hạn thanh toán</dt><dd>{{held.Order.HanThanhToan.Here().ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture)}}</dd></dl>
        {{(unheard ? "<p role=\"alert\">Cơ quan tiếp nhận chưa nhận được thông báo. Vui lòng thử lại.</p>" : "")}}
        {{Below(held, over)}}
        </main></body></html>
        """;

    private static string Below(HeldOrder held, bool over) => (over, held.Notice?.State) switch
    {
        (true, _) => "<p>Yêu cầu thanh toán đã hết hạn.</p>",
        (_, SampleNotice.Failed) => "<p>Yêu cầu thanh toán đã bị hủy.</p>" + Button(held, "cancel", "", "Quay lại hồ sơ"),
        (_, SampleNotice.Paid) => "<p>Đã thanh toán.</p>" + Button(held, "pay", "pay", "Quay lại hồ sơ"),
        _ => Button(held, "pay", "pay", "Thanh toán") + Button(held, "cancel", "", "Hủy"),
    };

    private static string Button(HeldOrder held, string act, string style, string words) =>
        $"<form method=\"post\" action=\"{WebUtility.HtmlEncode(held.Order.MaThamChieu)}/{act}\"><button class=\"{style}\">{words}</button></form>";
}
