using System.Net.Http.Json;
using PublicAdmin.Audit;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Results;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Tests.Azure.Vault;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>What infra/README's first day asks of the first administrator: staff, keys with their certificates, a trusted root.</summary>
internal static class FirstDay
{
    private const string Place = "muong-ang";
    private static readonly Role[] Desks = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor];
    private static readonly DateOnly Since = DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(-1);

    /// <param name="administrator">The first one, signed in.</param>
    /// <param name="vault">Where keys are made, as infra/ does.</param>
    /// <returns>The code of the commune's office.</returns>
    public static async Task<string> OpenAsync(HttpClient administrator, StandInVault vault)
    {
        var office = await FindOfficeAsync(administrator);
        foreach (var role in Desks)
        {
            await AppointAsync(administrator, role, office);
        }

        await (await administrator.PostAsJsonAsync("/api/trusted-roots", new RootForm(TestAuthority.RootPem), OfficeJson.Options)).ReadAsync();
        vault.Add(QrTokens.Key);
        vault.Add(SealSigner.Key);
        string[] signing = [.. Desks.Select(role => SigningKeyNames.OfPerson(IdOf(role))), SigningKeyNames.OfSeal(office), SigningKeyNames.OfCenter(office)];
        foreach (var key in signing)
        {
            var form = new CertificateForm(TestAuthority.Issue(vault.Add(key), key));
            await (await administrator.PutAsJsonAsync($"/api/signing-keys/{key}/certificate", form, OfficeJson.Options)).ReadAsync();
        }

        return office;
    }

    private static async Task AppointAsync(HttpClient administrator, Role role, string office)
    {
        var duty = new Appointment(role, office, Since, Since.AddMonths(24));
        var member = new StaffMember(IdOf(role), $"Lò Văn {role}", [duty], Position: new Position("Chủ tịch", PositionRank.Head));
        await (await administrator.PutAsJsonAsync($"/api/staff/{member.Id}", member, OfficeJson.Options)).ReadAsync();
    }

    private static async Task<string> FindOfficeAsync(
        HttpClient http) => (await (await http.GetAsync("/api/offices")).ReadAsync()).GetProperty("items").EnumerateArray()
        .First(office => office.ToString().Contains(Filings.MuongAng, StringComparison.Ordinal)).GetProperty("code").GetString()!;

    private static string IdOf(Role role) => $"{role.ToString().ToLowerInvariant()}-{Place}";
}
