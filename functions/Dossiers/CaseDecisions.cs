using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What may follow on a linked case: nothing but what other agencies say of their parts. All else is decided on the parts.</summary>
public static class CaseDecisions
{
    /// <param name="dossier">A case.</param>
    /// <param name="id">Of the part.</param>
    /// <param name="report">What is said of it; newly registered says that its data was forwarded.</param>
    /// <param name="acknowledgeBy">Until when the agency has to confirm, should the data be forwarded by this.</param>
    /// <param name="stamp">When and by whom.</param>
    public static Result<DossierEvent> ReportPart(this Dossier dossier, string id, PartReport report, DateTimeOffset acknowledgeBy, Stamp stamp)
    {
        if (dossier.Objection(Act.ReportPart, stamp.By) is { } objection)
        {
            return objection;
        }

        if (dossier.Part(id) is not { } part)
        {
            return CaseRefusals.PartUnknown.At("part", id);
        }

        if ((Standing(dossier, part) ?? Said(part, report)) is { } refusal)
        {
            return refusal;
        }

        return report.Status is NationalStatus.NewlyRegistered
            ? new PartForwarded(id, report.At, acknowledgeBy, report.Evidence, stamp)
            : new PartReported(id, report, stamp, Done: !part.IsDone && report.Status is NationalStatus.Done or NationalStatus.Returned);
    }

    private static Refusal? Standing(Dossier dossier, CasePart part) => part switch
    {
        { Outside: false } => CaseRefusals.PartIsOurs.At("part", part.Name, part.Code),
        { IsOver: true } => CaseRefusals.PartOver.At("part", part.Name, PhaseTexts.Of(part.Phase).Name),
        { Forwarding: null } => CaseRefusals.PartWaits.At("part", part.Name, dossier.Part(part.After ?? "")?.Name ?? part.Name),
        _ => null,
    };

    private static Refusal? Said(CasePart part, PartReport report) => report switch
    {
        { Status: NationalStatus.NewlyRegistered } when part.Forwarding!.At is not null => CaseRefusals.ForwardedBefore.At("status", part.Name),
        _ when report.At < (part.ReportedAt ?? part.Forwarding!.At ?? part.Forwarding.Since).ToMinute() => CaseRefusals.ReportOlder.At("at", part.Name),
        { Status: NationalStatus.NewlyRegistered } => null,
        { Status: NationalStatus.NotAccepted or NationalStatus.Stopped or NationalStatus.Withdrawn, Reason: null } => CaseRefusals.ReasonMissing.At("reason"),
        { Status: NationalStatus.NotAccepted or NationalStatus.Stopped or NationalStatus.Withdrawn } => null,
        { AgencyCode: null } when part.Code is null => CaseRefusals.CodeMissing.At("agencyCode", part.Agency),
        { Status: NationalStatus.Done or NationalStatus.Returned, Result: null } when part.Result is null => CaseRefusals.ResultMissing.At("result", part.Name),
        { Status: NationalStatus.Done or NationalStatus.Returned } => null,
        _ when part.IsDone => CaseRefusals.PartDone.At("status", part.Name),
        { PromisedAt: null } when part.PromisedAt is null => CaseRefusals.PromiseMissing.At("promisedAt", part.Agency),
        _ => null,
    };
}
