using Microsoft.Extensions.Options;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Portal.Inbound;

/// <summary>How the portal answered when a file was fetched.</summary>
public enum PortalFileAnswer
{
    /// <summary>All of it, to the last byte.</summary>
    Whole,

    /// <summary>More or fewer bytes than announced.</summary>
    OtherLength,

    /// <summary>Refused for good.</summary>
    Gone,

    /// <summary>Out of reach, or broken off.</summary>
    Away,
}

/// <summary>The portal's store of files: each is fetched by its link, from the address that is set and nowhere else.</summary>
public sealed class PortalFileLine(HttpClient http, IOptions<PortalSettings> settings)
{
    /// <param name="link">DuongDanTaiTepTin.</param>
    /// <param name="size">Announced.</param>
    /// <param name="take">Reads so many bytes.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PortalFileAnswer> ReadAsync(string link, long size, Func<Stream, Task> take, CancellationToken ct)
    {
        if (!settings.Value.IsOfPortal(link))
        {
            return PortalFileAnswer.Gone; // The store moved since.
        }

        try
        {
            using var answer = await http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.IsSuccessStatusCode ? await TakeAsync(answer.Content, size, take, ct)
                : answer.IsRefusedForGood() ? PortalFileAnswer.Gone
                : PortalFileAnswer.Away;
        }
        catch (EndOfStreamException)
        {
            return PortalFileAnswer.OtherLength;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return PortalFileAnswer.Away;
        }
    }

    private static async Task<PortalFileAnswer> TakeAsync(HttpContent file, long size, Func<Stream, Task> take, CancellationToken ct)
    {
        if (file.Headers.ContentLength is { } told && told != size)
        {
            return PortalFileAnswer.OtherLength;
        }

        await using var content = await file.ReadAsStreamAsync(ct);
        await take(content);
        return await content.ReadAsync(new byte[1], ct) == 0 ? PortalFileAnswer.Whole : PortalFileAnswer.OtherLength;
    }
}
