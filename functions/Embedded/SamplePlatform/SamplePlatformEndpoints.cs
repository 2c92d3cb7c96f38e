using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>
/// "Nền tảng thanh toán mẫu", an invented platform for this machine only: what our gateway port asks (orders, status, refunds, days; signed), and the page
/// where a citizen pays or gives up. The browser then goes back to where the order says.
/// </summary>
internal static class SamplePlatformEndpoints
{
    public static void MapSamplePlatform(this IEndpointRouteBuilder dev)
    {
        if (dev.ServiceProvider.GetService<PlatformBook>() is null)
        {
            return;
        }

        var doors = dev.MapGroup(SamplePlatformServices.Path);
        doors.MapPost("/orders", OpenAsync);
        doors.MapPost("/status", StatusAsync);
        doors.MapPost("/refunds", RefundAsync);
        doors.MapPost("/days", DayAsync);
        doors.MapGet("/{reference}", (string reference, PlatformBook book, HttpResponse response) =>
            book.Find(reference) is { } held ? SamplePlatformPage.Of(held, book.IsOver(held), response) : TypedResults.NotFound());
        doors.MapPost("/{reference}/pay", (string reference, HttpContext context, PlatformBook book, PlatformTells tells) =>
            DecideAsync(reference, SampleNotice.Paid, context, book, tells));
        doors.MapPost("/{reference}/cancel", (string reference, HttpContext context, PlatformBook book, PlatformTells tells) =>
            DecideAsync(reference, SampleNotice.Failed, context, book, tells));
    }

    private static async Task<IResult> OpenAsync(HttpRequest request, PlatformBook book, IServer server, IConfiguration settings)
    {
        if (await ReadAsync<SampleOrder>(request, settings) is not { } order)
        {
            return TypedResults.Unauthorized();
        }

        book.Add(order);
        return Json(new JsonObject { ["address"] = $"{OwnAddress.Of(server)}/dev{SamplePlatformServices.Path}/{order.MaThamChieu}", ["qr"] = null });
    }

    private static async Task<IResult> StatusAsync(HttpRequest request, PlatformBook book, IConfiguration settings) =>
        await ReadAsync<ReferenceAsked>(request, settings) is not { } asked ? TypedResults.Unauthorized()
        : book.Find(asked.MaThamChieu) is { } held ? Json(book.StateOf(held).SignedWith(settings[SamplePlatformServices.Secret]!))
        : TypedResults.NotFound();

    private static async Task<IResult> RefundAsync(HttpRequest request, PlatformBook book, IConfiguration settings) =>
        await ReadAsync<SampleRefund>(request, settings) is { } asked
            ? Json(book.Refund(asked).SignedWith(settings[SamplePlatformServices.Secret]!)) : TypedResults.Unauthorized();

    private static async Task<IResult> DayAsync(HttpRequest request, PlatformBook book, IConfiguration settings) =>
        await ReadAsync<DayAsked>(request, settings) is not { } asked ? TypedResults.Unauthorized()
        : book.PaidOn(asked.Ngay) is { } paid ? Json(new { lines = paid.Select(notice => notice.SignedWith(settings[SamplePlatformServices.Secret]!)) })
        : TypedResults.NotFound();

    private static async Task<IResult> DecideAsync(string reference, int state, HttpContext context, PlatformBook book, PlatformTells tells)
    {
        if (context.Request.Headers["Sec-Fetch-Site"] == "cross-site" || book.Find(reference) is not { } held)
        {
            return TypedResults.NotFound();
        }

        if (book.Decide(reference, state) is { } notice && await tells.TellAsync(notice, context.RequestAborted))
        {
            // At this office, whatever address it is known by elsewhere.
            context.Response.Headers.Location = new Uri(held.Order.DiaChiTroVe).PathAndQuery;
            return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
        }

        var now = book.Find(reference)!;
        return SamplePlatformPage.Of(now, book.IsOver(now), context.Response, unheard: !book.IsOver(now));
    }

    /// <summary>Null when the signature does not hold.</summary>
    private static async Task<T?> ReadAsync<T>(HttpRequest request, IConfiguration settings)
        where T : class
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var due = SignedRequests.Sign(settings[SamplePlatformServices.Secret]!, request.Headers["X-Timestamp"].ToString(), body);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(due), Encoding.UTF8.GetBytes(request.Headers["X-Signature"].ToString()))
            ? JsonSerializer.Deserialize<T>(body, OfficeJson.Stored) : null;
    }

    private static IResult Json(object body) => TypedResults.Json(body, OfficeJson.Options);

    private sealed record ReferenceAsked(string MaThamChieu);

    private sealed record DayAsked(DateOnly Ngay);
}
