using System.Globalization;
using System.Net;

namespace PublicAdmin.Load;

/// <summary>Somebody signed in.</summary>
/// <param name="Number">A citizen's personal number; empty for staff.</param>
internal sealed record Person(string Token, string Number);

/// <summary>A commune where the development sign-in has staff.</summary>
/// <param name="Office">Its center's code.</param>
/// <param name="Unit">Its GSO code.</param>
internal sealed record Commune(string Key, string Office, string Unit)
{
    public static Commune Small { get; } = new("muong-phang", "H18.96", "03325");

    public static Commune Large { get; } = new("muong-ang", "H18.88", "03256");

    public static Commune Ward { get; } = new("dien-bien-phu", "H18.61", "03127");
}

/// <summary>Signs people in through POST /dev/tokens: as many citizens as one likes, and the staff of a commune.</summary>
internal sealed class People(IPEndPoint office)
{
    private const int CitizensEach = 24;
    private int _citizens;

    /// <summary>Citizens no other caller files for, so that callers meet in the office's lists and not in one person's.</summary>
    public async Task<IReadOnlyList<Person>> CitizensAsync()
    {
        var last = Interlocked.Add(ref _citizens, CitizensEach);
        var citizens = new List<Person>(CitizensEach);
        using var wire = new Wire(office);
        await wire.ConnectAsync();
        for (var n = last - CitizensEach + 1; n <= last; n++)
        {
            var token = await SignInAsync(wire, string.Create(CultureInfo.InvariantCulture, $"citizen-{n}"));
            citizens.Add(new Person(token, string.Create(CultureInfo.InvariantCulture, $"011190{n:D6}")));
        }

        return citizens;
    }

    public async Task<Staff> StaffAsync(Commune commune)
    {
        using var wire = new Wire(office);
        await wire.ConnectAsync();
        return new Staff(
            commune,
            await SignInAsync(wire, $"clerk-{commune.Key}"),
            await SignInAsync(wire, $"officer-{commune.Key}"),
            await SignInAsync(wire, $"leader-{commune.Key}"),
            await SignInAsync(wire, $"registrar-{commune.Key}"));
    }

    private static async Task<string> SignInAsync(Wire wire, string persona)
    {
        var answer = (await wire.PostAsync("/dev/tokens", null, $$"""{"persona":"{{persona}}"}""")).Expect(200);
        return answer.Text("token");
    }
}

/// <summary>The tokens of those who work on a dossier in one commune.</summary>
internal sealed record Staff(Commune Commune, string Clerk, string Officer, string Leader, string Registrar);
