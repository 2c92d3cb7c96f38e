namespace PublicAdmin.Embedded.Messages;

/// <summary>A message that is somewhere in a queue; its body lies on the disk and, when it is short, here too.</summary>
/// <param name="Due">Milliseconds since 1970; messages come in this order, then by sequence.</param>
/// <param name="Body">Null when it was not kept in memory.</param>
internal sealed record WaitingMessage(long Sequence, string Id, string? Session, long Due, int Deliveries, string? Body = null)
{
    /// <summary>Longer ones stay on the disk only.</summary>
    public const int LongestKept = 512;

    public (long Due, long Sequence) Place => (Due, Sequence);
}
