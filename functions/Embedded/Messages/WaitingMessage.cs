namespace PublicAdmin.Embedded.Messages;

/// <summary>A message that is somewhere in a queue; its body stays on the disk.</summary>
/// <param name="Due">Milliseconds since 1970; messages come in this order, then by sequence.</param>
internal sealed record WaitingMessage(long Sequence, string Id, string? Session, long Due, int Deliveries)
{
    public (long Due, long Sequence) Place => (Due, Sequence);
}
