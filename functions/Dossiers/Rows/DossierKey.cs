using System.Text;
using PublicAdmin.Dossiers.Keys;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// The data key of one dossier: its rows are packed and then sealed with it (<see cref="GcmEnvelope"/>). Once it is destroyed, what lies in tables, in
/// copies and in sealed days is noise, whose hashes still hold.
/// </summary>
/// <param name="secret">32 bytes.</param>
/// <param name="wrapped">The secret as it may be stored (<see cref="DataKeys"/>).</param>
public sealed class DossierKey(byte[] secret, byte[] wrapped)
{
    internal byte[] Secret => secret;

    internal byte[] Wrapped => wrapped;

    /// <summary>The key itself, for whoever is handed the whole dossier with all it holds.</summary>
    internal string InBase64 => Convert.ToBase64String(secret);

    /// <param name="place">The row it is for: moved into another, it is damaged.</param>
    /// <param name="text">UTF-8.</param>
    /// <returns>The packed text in its envelope. The nonce is random: a key seals some tens of rows.</returns>
    internal byte[] Seal(string place, ReadOnlySpan<byte> text) => GcmEnvelope.Seal(secret, RowTexts.Pack(text), Encoding.UTF8.GetBytes(place));

    /// <returns>What was read of it; null for what is damaged.</returns>
    internal T? Open<T>(string place, ReadOnlySpan<byte> bytes, RowTexts.Reading<T> read)
        where T : class => GcmEnvelope.Open(secret, bytes, Encoding.UTF8.GetBytes(place)) is { } packed ? RowTexts.Read(packed, read) : null;

    internal string Open(string place, ReadOnlySpan<byte> bytes) =>
        Open(place, bytes, Encoding.UTF8.GetString) ?? RowTexts.Damaged;
}
