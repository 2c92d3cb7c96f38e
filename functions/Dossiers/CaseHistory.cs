namespace PublicAdmin.Dossiers;

/// <summary>Turns what happened to a part into the state of its case.</summary>
internal static class CaseHistory
{
    public static Dossier Followed(this Dossier dossier, CaseEvent e)
    {
        if (dossier.Part(e.Part) is null)
        {
            return dossier;
        }

        IReadOnlyList<CasePart> parts = [.. dossier.Parts().Select(part => part.Id == e.Part ? part.After(e) : part)];
        var phase = LinkedCases.PhaseOf(parts);
        return dossier with
        {
            Linked = new Linkage(null, parts),
            Phase = phase,
            DoneAt = phase is Phase.Issued or Phase.Returned ? dossier.DoneAt ?? e.Stamp.At : null,
            Offices = e is PartMoved { State.Holding: { } holding } ? [.. dossier.Offices.Union([holding])] : dossier.Offices,
        };
    }

    private static CasePart After(this CasePart part, CaseEvent e) => e switch
    {
        PartOpened opened => part with { Code = opened.Code.ToString() },
        PartMoved moved => part with
        {
            Phase = moved.State.Phase,
            PromisedAt = moved.State.PromisedAt,
            DoneAt = moved.State.DoneAt,
            Result = moved.State.Result,
            Denied = moved.State.Denied,
            Reason = moved.State.Reason,
        },
        PartDue due => part with { Forwarding = new Forwarding(due.Since, due.By) },
        PartForwarded sent => part with { Forwarding = part.Forwarding! with { At = sent.At, AcknowledgeBy = sent.AcknowledgeBy }, Evidence = sent.Evidence },
        PartReported told => part.After(told.Report),
        PartLimitMissed missed => part with { Forwarding = part.Forwarding! with { Missed = [.. part.Forwarding.Missed ?? [], missed.Limit] } },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The part does not know this event."),
    };

    // Whoever confirms has the data, whether or not somebody wrote down that it was sent.
    private static CasePart After(this CasePart part, PartReport report) => part with
    {
        Code = report.AgencyCode ?? part.Code,
        Phase = LinkedCases.PhaseOf(report.Status),
        PromisedAt = part.PromisedAt ?? report.PromisedAt,
        DoneAt = report.Status is NationalStatus.Done or NationalStatus.Returned ? part.DoneAt ?? report.At : part.DoneAt,
        Result = report.Result ?? part.Result,
        Reason = report.Reason ?? part.Reason,
        ReportedAt = report.At,
        Evidence = report.Evidence,
        Forwarding = part.Forwarding! with { At = part.Forwarding.At ?? report.At, AcknowledgedAt = part.Forwarding.AcknowledgedAt ?? report.At },
    };
}
