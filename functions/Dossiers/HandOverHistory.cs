namespace PublicAdmin.Dossiers;

internal static class HandOverHistory
{
    public static Dossier InHands(this Dossier dossier, HandOverEvent e) => e switch
    {
        Assigned assigned => dossier.WithHandler(assigned.Handler, assigned.Stamp.By) with { Phase = Phase.Assigned, HandOver = dossier.HandOver.Closed() },
        Taken taken => dossier.WithHandler(taken.Stamp.By) with { Phase = Phase.Assigned, HandOver = dossier.HandOver.Closed() },
        Released => dossier.WithHandler(null) with { Phase = Phase.Received },
        Transferred moved => dossier.HeldBy(moved.To).WithHandler(null) with { Phase = Phase.Received, HandOver = HandOverState.Given },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Nobody has the dossier in hand by this event."),
    };

    private static Dossier WithHandler(this Dossier dossier, string? handler, string? assignedBy = null) =>
        dossier with { Handler = handler, AssignedBy = assignedBy };

    private static HandOverState Closed(this HandOverState state) => state is HandOverState.Given ? HandOverState.Taken : state;
}
