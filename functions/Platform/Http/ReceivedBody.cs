using System.Runtime.InteropServices;

namespace PublicAdmin.Platform.Http;

/// <summary>The whole body of a request, which the server took in before the function was called; absent where the server hands on a stream.</summary>
/// <param name="Bytes">Valid until the request is answered: the memory is another caller's then.</param>
public sealed record ReceivedBody(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes for whoever keeps them longer than that.</summary>
    public byte[] Own() =>
        MemoryMarshal.TryGetArray(Bytes, out var lent) && lent.Array!.Length == lent.Count && lent.Count > LargestLent ? lent.Array : Bytes.ToArray();

    // Larger ones are made for one request and lent to nobody else.
    private const int LargestLent = 4 * 1024 * 1024;
}
