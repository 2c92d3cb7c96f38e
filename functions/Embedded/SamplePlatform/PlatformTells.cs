using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;

namespace PublicAdmin.Embedded.SamplePlatform;

/// <summary>Tells the office of a payment by its signed callback, over HTTP as the real platform would.</summary>
internal sealed class PlatformTells(HttpClient http, IServer server, IConfiguration settings)
{
    /// <returns>Whether the office heard it; when not, it asks by itself later.</returns>
    public async Task<bool> TellAsync(SampleNotice notice, CancellationToken ct)
    {
        using var body = new StringContent(
            notice.SignedWith(settings[SamplePlatformServices.Secret]!).ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await http.PostAsync($"{OwnAddress.Of(server)}/api/payments/notifications", body, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
