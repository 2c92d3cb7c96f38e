using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

/// <summary>
/// The real program, killed over and over while eight citizens file, and started again on what it left. How often is set by KILLS: few here, more in CI, and
/// ten thousand by <c>tests/Load</c> (scenario kills).
/// </summary>
public sealed class KilledManyTimesTests : IDisposable
{
    private const int Few = 10;
    private const int Callers = 8;

    private readonly KilledOffice _office = new();
    private readonly ConcurrentDictionary<string, string> _acknowledged = new();
    private int _next;

    private static int Count => HowMany.Of("KILLS", Few);

    [Fact]
    public async Task Whenever_it_is_killed_nothing_acknowledged_is_lost_or_doubled_and_every_list_follows()
    {
        var random = new Random(20261129);
        for (var kill = 0; kill < Count; kill++)
        {
            Assert.True(await _office.StartAsync());
            await _office.SignInAsync("mai");
            await SameAgainAsync(_acknowledged.Keys.OrderDescending().Take(Callers));
            var until = _acknowledged.Count + random.Next(1, 40);
            var filing = Enumerable.Range(0, Callers).Select(_ => FileUntilDeadAsync(until)).ToList();
            await Task.WhenAll(filing);
        }

        Assert.True(await _office.StartAsync());
        await _office.SignInAsync("mai");
        await SameAgainAsync(_acknowledged.Keys);
        Assert.Equal(_acknowledged.Count, _acknowledged.Values.Distinct().Count());
        await ListedAsync();
    }

    public void Dispose() => _office.Dispose();

    // Sent again after the death, as a phone on a bad line does, it finds the same dossier.
    private async Task SameAgainAsync(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            Assert.Equal(_acknowledged[key], await FileAsync(key));
        }
    }

    private async Task FileUntilDeadAsync(int until)
    {
        try
        {
            while (true)
            {
                var key = $"filing-{Interlocked.Increment(ref _next):D8}";
                _acknowledged[key] = await FileAsync(key);
                if (_acknowledged.Count >= until)
                {
                    _office.Kill(); // The others are in the middle of something.
                }
            }
        }
        catch (Exception seen) when (KilledOffice.IsDeath(seen))
        {
            // The office is dead; what was sent and not acknowledged may be there or not.
        }
    }

    private async Task<string> FileAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/dossiers");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(new
        {
            procedure = "2.000815",
            receipt = "H18.88",
            applicant = new { name = "Lò Thị Mai", personalNumber = "011195000123" },
            residenceUnit = "03256",
        });
        using var answer = await _office.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    // Also those whose answer nobody heard: the list may show more than was acknowledged, and shows each once.
    private async Task ListedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (List<string> listed = []; ; await Task.Delay(20, patience.Token))
        {
            listed = await AllAsync();
            if (_acknowledged.Values.Except(listed).Any())
            {
                continue;
            }

            Assert.Equal(listed.Count, listed.Distinct().Count());
            return;
        }
    }

    private async Task<List<string>> AllAsync()
    {
        var codes = new List<string>();
        for (var next = ""; ;)
        {
            var page = await _office.Http.GetFromJsonAsync<JsonElement>($"/api/dossiers?limit=100{next}");
            codes.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!));
            if (!page.TryGetProperty("next", out var after) || after.ValueKind is JsonValueKind.Null)
            {
                return codes;
            }

            next = $"&after={Uri.EscapeDataString(after.GetString()!)}";
        }
    }
}
