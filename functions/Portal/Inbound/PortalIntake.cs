using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Submission;

namespace PublicAdmin.Portal.Inbound;

/// <summary>
/// Takes in what the National Portal hands on: one dossier for one code of the portal, by the same rules as any filing. The same again has the same answer,
/// by the rules of the day it was filed; another content under the same code is refused and names the dossier.
/// </summary>
public sealed partial class PortalIntake(FilingDesk desk, RequestLog requests, DossierStore dossiers, IOptions<PortalSettings> settings, TimeProvider clock)
{
    public async Task<Result<FilingReceipt>> FileAsync(PortalFilingForm form, Caller portal, CancellationToken ct)
    {
        if (FirstBroken(form) is { } broken)
        {
            return broken;
        }

        var arrival = new PortalArrival(form.Code, [.. (form.Files ?? []).Select(file => file with { Sha256 = file.Sha256.ToLowerInvariant() })]);
        var key = $"portal:{form.Code.ToUpperInvariant()}";
        var known = await requests.FindAsync(portal.Id, key, ct);
        if (known is not null && known.BodyHash != FilingDesk.BodyOf(form.Filing, arrival))
        {
            return InboundRefusals.OtherContent.At("code", form.Code, known.Code).Knowing("dossier", known.Code);
        }

        var before = known is null ? null : await dossiers.FindAsync(known.Code, ct);
        var filed = await desk.FileAsync(form.Filing, portal, key, before?.Dossier.SubmittedAt ?? clock.Instant(), ct, arrival);
        return filed.Try(out var receipt, out var refusal) ? receipt : await NamedAsync(refusal, form.Code, portal, key, ct);
    }

    private Refusal? FirstBroken(PortalFilingForm form)
    {
        var files = form.Files ?? [];
        return !Code().IsMatch(form.Code) ? InboundRefusals.CodeInvalid.At("code")
            : files.Count + (form.Filing.Papers?.Count ?? 0) > FilingRules.MaxPapers ? SubmissionRefusals.TooManyPapers.At("files", FilingRules.MaxPapers)
            : files.Select((file, n) => FileBroken(file, string.Create(CultureInfo.InvariantCulture, $"files[{n}]"))).FirstOrDefault(bad => bad is not null);
    }

    private Refusal? FileBroken(PortalFile file, string at) => HttpQueries.First(
        Fields.Line($"{at}.id", file.Id, 60), Fields.Line($"{at}.component", file.Component, 60), Fields.Line($"{at}.link", file.Link, 300),
        settings.Value.IsOfPortal(file.Link) ? null : InboundRefusals.LinkForeign.At($"{at}.link"));

    // Two at once under one code: the slower one learns of it from the desk. All else is said of the filing within the request.
    private async Task<Refusal> NamedAsync(Refusal refusal, string code, Caller portal, string key, CancellationToken ct) =>
        refusal.Reason == HttpRefusals.IdempotencyKeyReused && await requests.FindAsync(portal.Id, key, ct) is { } other
            ? InboundRefusals.OtherContent.At("code", code, other.Code).Knowing("dossier", other.Code)
            : refusal.Field is { } field && !field.StartsWith("files[", StringComparison.Ordinal) ? refusal with { Field = $"filing.{field}" }
            : refusal;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{3,59}\z")]
    private static partial Regex Code();
}
