namespace PublicAdmin.Dossiers;

internal static class HandOverHistory
{
    public static Dossier InHands(this Dossier dossier, HandOverEvent e) => e switch
    {
        Assigned assigned => dossier.Held(assigned.Handler, assigned.Stamp.By) with { Phase = Phase.Assigned, HandOver = dossier.HandOver.Closed() },
        Taken taken => dossier.Held(taken.Stamp.By) with { Phase = Phase.Assigned, HandOver = dossier.HandOver.Closed() },
        Released => dossier.Held(null) with { Phase = Phase.Received },
        Transferred moved => dossier.HeldBy(moved.To).Held(null) with { Phase = Phase.Received, HandOver = HandOverState.Given },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Nobody has the dossier in hand by this event."),
    };

    private static Dossier Held(this Dossier dossier, string? handler, string? assignedBy = null) =>
        dossier with { Handler = handler, AssignedBy = assignedBy };

    private static HandOverState Closed(this HandOverState state) => state is HandOverState.Given ? HandOverState.Taken : state;
}
