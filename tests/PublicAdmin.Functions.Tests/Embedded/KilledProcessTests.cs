using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

/// <summary>The real program, killed by the operating system.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly KilledOffice _office = new();

    [Fact]
    public async Task Killed_under_load_it_keeps_every_dossier_it_acknowledged_and_doubles_none()
    {
        await _office.StartAsync();
        await _office.SignInAsync("mai");
        var acknowledged = new List<(int Number, string Code)>();
        var filing = Enumerable.Range(0, 8).Select(caller => FileUntilDeadAsync(caller, acknowledged)).ToList();
        await UntilAsync(() => Count(acknowledged) >= 100);
        _office.Kill();
        await Task.WhenAll(filing);

        Assert.True(await _office.StartAsync());
        await _office.SignInAsync("mai");
        foreach (var (number, code) in acknowledged)
        {
            Assert.Equal(code, await FileAsync(number));
        }

        Assert.Equal(acknowledged.Count, acknowledged.Select(dossier => dossier.Code).Distinct().Count());
    }

    [Fact]
    public async Task Told_to_die_at_a_step_it_dies_there_and_opens_again()
    {
        Assert.True(await _office.StartAsync());
        _office.Kill();

        var started = await _office.StartAsync("--Embedded:DieAt=1");
        if (started)
        {
            await Assert.ThrowsAnyAsync<Exception>(_office.SignInAsync("mai").ContinueWith(_ => FileAsync(0)).Unwrap);
        }

        await _office.UntilDeadAsync();
        Assert.True(await _office.StartAsync());
        await _office.SignInAsync("mai");
        Assert.StartsWith("H18.88-", await FileAsync(0));
    }

    public void Dispose() => _office.Dispose();

    private async Task FileUntilDeadAsync(int caller, List<(int Number, string Code)> acknowledged)
    {
        try
        {
            for (var number = caller * 1000; ; number++)
            {
                var code = await FileAsync(number);
                lock (acknowledged)
                {
                    acknowledged.Add((number, code));
                }
            }
        }
        catch (Exception seen) when (KilledOffice.IsDeath(seen))
        {
            // The office is dead.
        }
    }

    private async Task<string> FileAsync(int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/dossiers");
        request.Headers.Add("Idempotency-Key", $"filing-{number:D6}");
        request.Content = JsonContent.Create(new
        {
            procedure = "2.000815",
            receipt = "H18.88",
            applicant = new { name = "Lò Thị Mai", personalNumber = "011195000123" },
            residenceUnit = "03256",
        });
        var answer = await _office.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    private static int Count(List<(int Number, string Code)> acknowledged)
    {
        lock (acknowledged)
        {
            return acknowledged.Count;
        }
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!happened())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
