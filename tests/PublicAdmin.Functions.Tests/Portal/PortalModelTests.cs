using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Portal.Outbound;
using PublicAdmin.Portal.Reconciling;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>
/// Random acts on random dossiers, a portal that is away, breaks off and forgets its sessions, and an office that dies in the midst of it: the portal has
/// heard every change of each dossier, in order, and holds what we hold. More steps with the variable PORTAL_STEPS.
/// </summary>
public sealed class PortalModelTests
{
    private static readonly int Steps = HowMany.Of("PORTAL_STEPS", 250);

    private readonly Random _random = new(29_112_026);
    private readonly List<DossierCode> _codes = [];
    private Office _office = null!;
    private PortalServer _portal = null!;
    private int _deaths;

    [Fact]
    public async Task The_portal_has_heard_all_of_each_dossier_in_order_after_random_steps_and_deaths()
    {
        await using var portal = _portal = await PortalServer.StartAsync();
        await using var office = _office = await Office.OpenInMemoryAsync("2026-11-20T01:00Z", portal.Settings);
        for (var n = 0; n < Steps; n++)
        {
            await StepAsync();
        }

        await SettleAsync();
        foreach (var code in _codes)
        {
            await HeardAsync(code);
        }

        Assert.Equal(0, (await _office.The<PortalReconciler>().RunAsync(new DateOnly(2026, 11, 20), default))!.Differences);
        Assert.True(_codes.Count > Steps / 10 && _deaths > Steps / 50, $"{_codes.Count} dossiers, {_deaths} deaths");
    }

    private async Task StepAsync()
    {
        (_portal.IsDown, _portal.BreaksOff) = (_random.Next(6) is 0, _random.Next(6) is 0);
        _office.Clock.Advance(TimeSpan.FromSeconds(_random.Next(1, 20)));
        if (_random.Next(10) is 0)
        {
            _portal.Forget();
        }

        if (_random.Next(12) is 0)
        {
            _office.DieAt(_random.Next(1, 60));
        }

        try
        {
            await ActAsync();
        }
        catch (Exception dead) when (dead is OfficeKilledException or HttpRequestException or Xunit.Sdk.XunitException)
        {
            _deaths++;
            await _office.RestartAsync();
        }
    }

    private async Task ActAsync()
    {
        if (_codes.Count < 3 || _random.Next(5) is 0)
        {
            _codes.Add((await _office.As("mai").FileAsync(Filings.MaritalStatus(_office.OfficeOf("clerk-muong-ang")))).Code);
            return;
        }

        var code = _codes[_random.Next(_codes.Count)];
        await (_random.Next(5) switch
        {
            0 => SendAsync("clerk-muong-ang", code, "acceptance"),
            1 => SendAsync("officer-muong-ang", code, "taking"),
            2 when _random.Next(4) is 0 => SendAsync("clerk-muong-ang", code, "withdrawal", new WithdrawalForm("Đổi ý")),
            _ => _office.DeliverMessagesAsync(atOnce: 4),
        });
    }

    // A no of the office is as good as a yes here; only dying is not.
    private async Task SendAsync(string persona, DossierCode code, string act, object? form = null) =>
        (await _office.As(persona).SendActAsync(code, act, form)).Dispose();

    private async Task SettleAsync()
    {
        (_portal.IsDown, _portal.BreaksOff) = (false, false);
        await _office.RestartAsync();
        for (var n = 0; n < 6; n++)
        {
            await _office.DeliverMessagesAsync();
            _office.Clock.Advance(TimeSpan.FromMinutes(80)); // Longer than the longest pause.
        }
    }

    // A line may come a second time, with its number, when nobody knows whether it was taken; it never comes before one that went before it.
    private async Task HeardAsync(DossierCode code)
    {
        var due = (await _office.The<DossierStore>().EventsAsync(code, 0, default))
            .Where(recorded => PortalState.IsNews(recorded.Event)).Select(recorded => recorded.Version).ToList();
        var numbers = _portal.LinesOf(code.ToString())
            .Select(line => long.Parse(line.GetProperty("GhiChu").GetString()!, CultureInfo.InvariantCulture)).Distinct().ToList();

        Assert.Equal(due, numbers);
        Assert.Equal(
            PortalMessages.StatusOf((await _office.The<DossierStore>().FindAsync(code, default))!.Dossier.Phase),
            _portal.Holds[code.ToString()].GetProperty("TrangThaiHoSo").GetString());
    }
}
