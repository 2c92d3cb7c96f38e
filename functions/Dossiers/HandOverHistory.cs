namespace PublicAdmin.Dossiers;

internal static class HandOverHistory
{
    public static Dossier InHands(this Dossier dossier, HandOverEvent e) => e switch
    {
        Assigned assigned => dossier with { Phase = Phase.Assigned, Handler = assigned.Handler, HandOver = dossier.HandOver.Closed() },
        Taken taken => dossier with { Phase = Phase.Assigned, Handler = taken.Stamp.By, HandOver = dossier.HandOver.Closed() },
        Released => dossier with { Phase = Phase.Received, Handler = null },
        Transferred moved => dossier.HeldBy(moved.To) with { Phase = Phase.Received, Handler = null, HandOver = HandOverState.Given },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Nobody has the dossier in hand by this event."),
    };

    private static HandOverState Closed(this HandOverState state) => state is HandOverState.Given ? HandOverState.Taken : state;
}
