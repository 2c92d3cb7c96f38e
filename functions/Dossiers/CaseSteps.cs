namespace PublicAdmin.Dossiers;

/// <summary>What follows in a linked case from where its parts stand. Asked again after each step, until there is none.</summary>
public static class CaseSteps
{
    /// <summary>A part whose turn has come and that has no dossier of ours yet.</summary>
    public static CasePart? ToOpen(this Dossier dossier) =>
        dossier.Parts().FirstOrDefault(part => part is { Outside: false, Code: null, IsOver: false } && dossier.IsTurnOf(part));

    /// <summary>A part of another agency whose turn has come and whose clock has not begun.</summary>
    public static CasePart? ToForward(this Dossier dossier) =>
        dossier.Parts().FirstOrDefault(part => part is { Outside: true, Forwarding: null, IsOver: false } && dossier.IsTurnOf(part));

    /// <summary>The end of a part that never began, because what it waited for came to nothing; null for none.</summary>
    public static PartMoved? Falling(this Dossier dossier, Stamp stamp) =>
        (from part in dossier.Parts()
         where part is { IsOver: false, HasBegun: false, Forwarding: null, After: not null }
         let before = dossier.Part(part.After!)
         where before is { CameToNothing: true }
         select new PartMoved(part.Id, new PartState(before.IsDenied() ? Phase.Stopped : before.Phase, Reason: before.Reason), stamp)).FirstOrDefault();

    /// <summary>A limit of the forwarding clock that has passed and was not told of; null for none.</summary>
    public static PartLimitMissed? Missed(this Dossier dossier, DateTimeOffset now, Stamp stamp) =>
        (from part in dossier.Parts()
         where !part.IsOver && part.Forwarding?.Watched is { } watched && now > watched.At
         select new PartLimitMissed(part.Id, part.Forwarding!.Watched!.Value.Limit, part.Forwarding.Watched.Value.At, stamp)).FirstOrDefault();

    /// <summary>When the clock of a part next wants to be looked at; null for never.</summary>
    public static DateTimeOffset? NextLimit(this Dossier dossier) =>
        dossier.Parts().Where(part => !part.IsOver).Select(part => part.Forwarding?.Watched?.At).Where(at => at is not null).Min();

    private static bool IsDenied(this CasePart part) => part.Denied && part.Phase is Phase.Issued or Phase.Returned;
}
