using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>What stands at the address of the timestamp authority answers everything with a page of its own, as a login page in between would.</summary>
public sealed class TimestampsAwayTests : IAsyncDisposable
{
    private readonly HttpListener _inBetween = new();
    private readonly string _address = $"http://127.0.0.1:{ClamDaemon.FreePort()}/";

    public TimestampsAwayTests()
    {
        _inBetween.Prefixes.Add(_address);
        _inBetween.Start();
        _ = AnswerAsync();
    }

    [Fact]
    public async Task A_result_waits_for_as_long_as_it_takes()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", $"--Signing:TimestampAuthority={_address}");
        var code = await DecidedAsync(office);

        for (var n = 0; n < 12; n++)
        {
            await office.DeliverMessagesAsync();
            office.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        await office.PayWhatIsLeftAsync("muong-ang", code);
        Assert.Empty(await office.The<IDeadLetters>().ListAsync(Queues.ResultsToSign, 0, 10, default));
        Assert.Equal(
            "dossier-result-not-sealed",
            (await office.As("clerk-muong-ang").SendActAsync(code, "return", new ReturnForm()).ProblemAsync(HttpStatusCode.Conflict)).Code);
    }

    [Fact]
    public async Task A_form_asked_for_meanwhile_is_refused_for_now()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", $"--Signing:TimestampAuthority={_address}");
        var code = await DecidedAsync(office);

        var refused = await office.As("mai").GetAsync($"/api/dossiers/{code}/forms/01").ProblemAsync(HttpStatusCode.ServiceUnavailable);

        Assert.Equal("signing-timestamp-away", refused.Code);
    }

    public ValueTask DisposeAsync()
    {
        _inBetween.Close();
        return ValueTask.CompletedTask;
    }

    private static async Task<DossierCode> DecidedAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.DecideAsync("muong-ang", code);
        return code;
    }

    private async Task AnswerAsync()
    {
        while (_inBetween.IsListening)
        {
            try
            {
                var asked = await _inBetween.GetContextAsync();
                asked.Response.Close("<html>Đăng nhập</html>"u8.ToArray(), willBlock: false);
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
