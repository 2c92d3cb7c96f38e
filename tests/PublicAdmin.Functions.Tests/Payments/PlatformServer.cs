using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Payments.Gateway;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Payments;

/// <summary>
/// A payment platform over real HTTP that checks each request's signature and misbehaves as a test wishes: away, telling nothing, telling twice, denying
/// money it has, or leaving it out of its file.
/// </summary>
internal sealed class PlatformServer : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    private readonly WebApplication _app;
    private int _transactions;

    private PlatformServer(WebApplication app) => _app = app;

    public bool IsDown { get; set; }

    /// <summary>What its clock says.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>Denies, when asked, money it has.</summary>
    public bool Lies { get; set; }

    /// <summary>Every payment it really has.</summary>
    public ConcurrentQueue<PlatformNotice> Settled { get; } = new();

    /// <summary>Every refund it was told of, by its reference.</summary>
    public ConcurrentDictionary<string, PlatformNotice> Refunds { get; } = new();

    /// <summary>Hears a refund and does it, and its answer is lost.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>Makes the file of a day of what was settled.</summary>
    public Func<IEnumerable<PlatformNotice>, IEnumerable<PlatformNotice>> Writes { get; set; } = lines => lines;

    public ConcurrentDictionary<string, long> Orders { get; } = new();

    /// <summary>Where the payer of the order made last goes afterwards.</summary>
    public string? ReturnAddress { get; private set; }

    public string[] Settings => [$"--Payments:GatewayUrl={_app.Urls.First()}", $"--Payments:GatewaySecret={Secret}"];

    public static async Task<PlatformServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new PlatformServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>The citizen pays; nobody is told yet.</summary>
    public PlatformNotice Pay(string reference, DateTimeOffset at, long? amount = null)
    {
        var notice = NoticeOf(
            reference, amount ?? Orders[reference], at, string.Create(CultureInfo.InvariantCulture, $"GD{Interlocked.Increment(ref _transactions):D8}"));
        Settled.Enqueue(notice);
        return notice;
    }

    public static PlatformNotice NoticeOf(string reference, long amount, DateTimeOffset at, string transaction, int state = 1) => new PlatformNotice(
        "IPN", state is 1 ? "00" : "01", "DIENBIEN", reference, amount, "VND", transaction, "VCB",
        at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), "Nộp phí", state, "").SignedWith(Secret);

    public static Task<HttpResponseMessage> TellAsync(Office office, PlatformNotice notice) =>
        office.Http.PostAsJsonAsync("/api/payments/notifications", notice, OfficeJson.Options);

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var signed = context.Request.Headers["X-Signature"] == SignedRequests.Sign(Secret, context.Request.Headers["X-Timestamp"].ToString(), body);
        context.Response.StatusCode = IsDown ? 503 : signed ? 200 : 401;
        if (context.Response.StatusCode is not 200)
        {
            return;
        }

        var question = JsonSerializer.Deserialize<JsonElement>(body);
        await (context.Request.Path.Value switch
        {
            "/orders" => OpenAsync(context, question),
            "/refunds" => RefundAsync(context, question),
            "/status" => StatusAsync(context, question.GetProperty("maThamChieu").GetString()!),
            _ => DayAsync(context, DateOnly.Parse(question.GetProperty("ngay").GetString()!, CultureInfo.InvariantCulture)),
        });
    }

    private Task OpenAsync(HttpContext context, JsonElement order)
    {
        var reference = order.GetProperty("maThamChieu").GetString()!;
        Orders[reference] = order.GetProperty("soTien").GetInt64();
        ReturnAddress = order.GetProperty("diaChiTroVe").GetString();
        return context.Response.WriteAsJsonAsync(new PaymentPage($"https://pay.example/{reference}", $"00020101{reference}"), OfficeJson.Options);
    }

    private Task StatusAsync(HttpContext context, string reference)
    {
        var paid = Settled.FirstOrDefault(notice => notice.Reference == reference);
        var answer = paid is null || Lies ? NoticeOf(reference, 0, DateTimeOffset.UnixEpoch, "", Lies ? 4 : 3) : paid;
        return context.Response.WriteAsJsonAsync(answer, OfficeJson.Options);
    }

    private Task RefundAsync(HttpContext context, JsonElement asked)
    {
        var reference = asked.GetProperty("maHoanTra").GetString()!;
        var notice = Refunds.GetOrAdd(reference, _ => (NoticeOf(reference, asked.GetProperty("soTien").GetInt64(), Now(), $"HT{Refunds.Count + 1:D6}") with
        {
            Kind = PlatformNotice.RefundKind,
        }).SignedWith(Secret));
        context.Response.StatusCode = LosesAnswers ? 503 : 200;
        return LosesAnswers ? Task.CompletedTask : context.Response.WriteAsJsonAsync(notice, OfficeJson.Options);
    }

    private Task DayAsync(HttpContext context, DateOnly day)
    {
        var prefix = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var lines = Writes(Settled.Concat(Refunds.Values).Where(notice => notice.At.StartsWith(prefix, StringComparison.Ordinal)));
        return context.Response.WriteAsJsonAsync(new PaymentGateway.DayFile([.. lines]), OfficeJson.Options);
    }
}
