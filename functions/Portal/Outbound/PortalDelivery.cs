using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Portal.Outbound;

/// <summary>Hands a file to whoever comes with a link: written down in the dossier first, and so is who comes with one that was used.</summary>
public sealed partial class PortalDelivery(
    DossierStore dossiers, PortalFiles files, PortalLinks links, AccessLog accesses, ClientAddress clients, IOptions<PortalSettings> settings,
    ILogger<PortalDelivery> log)
{
    public const string Fetched = "portal-file";
    public const string Refused = "portal-file-refused";

    private Caller Portal => new(
        CallerKind.System, settings.Value.Client is { Length: > 0 } client ? client : "portal", "", null, [new Duty(Role.System, Duty.Everywhere)]);

    public async Task<Result<StoredFile>> OpenAsync(PortalLink link, HttpRequest request, CancellationToken ct)
    {
        if (links.ObjectionTo(link) is { } objection)
        {
            return objection;
        }

        if (await dossiers.FindAsync(DossierCode.Parse(link.Code), ct) is not { Dossier: var dossier })
        {
            return PortalLinkRefusals.Gone;
        }

        if (settings.Value.MayFetch(clients.AddressOf(request)))
        {
            return await OpenAsync(dossier, link, request, ct);
        }

        LogElsewhere(dossier.Code);
        return await RefusedAsync(dossier, PortalLinkRefusals.Elsewhere, ct); // The link stays good: whoever found it takes it from nobody.
    }

    private async Task<Result<StoredFile>> OpenAsync(Dossier dossier, PortalLink link, HttpRequest request, CancellationToken ct)
    {
        // What is not there, or not judged yet, or sends no bytes, uses no link up.
        if (!(await files.FindAsync(dossier, link.File, Portal, ct)).Try(out var file, out var refusal))
        {
            return refusal;
        }

        var range = ByteRange.Of(request, file.Size, new EntityTagHeaderValue($"\"{file.Tag}\""));
        if (HttpMethods.IsHead(request.Method) || !range.Satisfiable || await links.UseAsync(link, clients.KeyOf(request), range.From, ct))
        {
            await accesses.RecordAsync(dossier, Portal, Fetched, ct);
            return file;
        }

        LogUsedAgain(dossier.Code);
        return await RefusedAsync(dossier, PortalLinkRefusals.Used, ct);
    }

    private async Task<Refusal> RefusedAsync(Dossier dossier, RefusalCode why, CancellationToken ct)
    {
        await accesses.RecordAsync(dossier, Portal, Refused, ct);
        return why.With();
    }

    [LoggerMessage(LogLevel.Warning, "{Code}: a link for the National Portal was used from elsewhere and refused.")]
    private partial void LogElsewhere(DossierCode code);

    [LoggerMessage(LogLevel.Warning, "{Code}: a link for the National Portal was used a second time and refused.")]
    private partial void LogUsedAgain(DossierCode code);
}
