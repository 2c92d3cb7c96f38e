using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Deciding;

/// <summary>What of a dossier its reader may see.</summary>
internal static class DossierDisclosure
{
    public static DossierView Of(StoredDossier stored, Caller reader, IReadOnlyList<Act> mayDo, DateTimeOffset now)
    {
        var (dossier, staff) = (stored.Dossier, reader.Kind is CallerKind.Staff);
        return OfAnybody(dossier, stored.Version, mayDo) with
        {
            Handler = staff ? dossier.Handler : null,
            Verification = dossier.Verification is { } verification
                ? verification with { At = verification.At.Here(), By = staff ? verification.By : null } : null,
            Proposal = staff ? dossier.Proposal : null,
            Warnings = staff ? IndexWarnings.Of(dossier, mayDo, now) : [],
            Result = staff || (dossier.Phase is Phase.Returned && reader.MaySeeApplicantsOwn(dossier)) ? dossier.Result : null,
            Revoked = dossier.Revocation?.Sentence,
            Linked = LinkedView.Of(dossier, reader),
            Forms = [.. OfficialForm.All.Where(form => form.Belongs(dossier) && (staff || !form.StaffOnly)).Select(form => new FormView(form.Code, form.Name))],
        };
    }

    private static DossierView OfAnybody(Dossier dossier, long version, IReadOnlyList<Act> mayDo) => OfEvery(dossier, version, mayDo) with
    {
        Proxy = dossier.Proxy,
        Representative = dossier.Representative,
        Helper = dossier.Helper,
        Summary = dossier.Summary,
        LookUpConsent = dossier.LookUpConsent?.Here(),
        Authority = dossier.Authority?.Here(),
        Deadline = dossier.Deadline,
        TermCase = dossier.TermCase,
        Asked = dossier.Asked,
        Reason = dossier.Reason,
        Duty = dossier.Duty,
    };

    // What no dossier is without.
    private static DossierView OfEvery(Dossier dossier, long version, IReadOnlyList<Act> mayDo) => new()
    {
        Code = dossier.Code,
        Version = version,
        Procedure = dossier.Procedure,
        Status = dossier.Phase.National(),
        Phase = dossier.Phase,
        PhaseName = PhaseTexts.Of(dossier.Phase).Name,
        Next = PhaseTexts.Of(dossier.Phase).Next,
        Channel = dossier.Channel,
        Applicant = dossier.Applicant,
        Places = dossier.Places,
        Holding = dossier.Holding,
        ReturnWay = dossier.ReturnWay,
        Papers = dossier.PaperCount,
        LookUpAsked = dossier.LookUpAsked,
        NotHeld = dossier.NotHeld,
        SubmittedAt = dossier.SubmittedAt.Here(),
        Provisional = dossier.Deadline is { IsProvisional: true },
        Pauses = [.. dossier.Pauses.Select(pause => pause with { From = pause.From.Here(), To = pause.To?.Here(), Until = pause.Until?.Here() })],
        SupplementRounds = dossier.SupplementRounds,
        Fee = FeeView.Of(dossier.Fees),
        HandOver = dossier.HandOver,
        Portal = dossier.Portal with { ChangedAt = dossier.Portal.ChangedAt.Here() },
        Milestones = [.. dossier.Milestones.Select(milestone => milestone with { At = milestone.At.Here() })],
        MayDo = mayDo,
    };
}
