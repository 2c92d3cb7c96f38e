using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Identity.Sessions;

/// <summary>A sign-in on its way to the issuer and back.</summary>
/// <param name="State">Comes back with the code (RFC 6749, section 10.12).</param>
/// <param name="Nonce">Comes back in the id token.</param>
/// <param name="Verifier">Proves that who redeems the code is who asked for it (PKCE, RFC 7636).</param>
/// <param name="Browser">Held by the browser in a cookie: a code sent to somebody else signs nobody in.</param>
/// <param name="To">Where to go on, a path of ours.</param>
public sealed record BegunSignIn(string State, string Nonce, string Verifier, string Browser, string To)
{
    public static BegunSignIn New(string to) => new(SessionStore.NewName(), SessionStore.NewName(), SessionStore.NewName(), SessionStore.NewName(), to);

    /// <summary>S256, RFC 7636 section 4.2.</summary>
    public string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}

/// <summary>Keeps sign-ins that have begun for ten minutes; each comes back once.</summary>
public sealed class BegunSignIns(ITables tables, KeyedHashes hashes, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string Key = "b";

    private readonly ITable _table = tables[Tables.Sessions];

    public Task KeepAsync(BegunSignIn begun, CancellationToken ct) => _table.WriteAsync(
        [
            RowChange.Insert(new TableRow(PartitionOf(begun.State), Key, new Dictionary<string, object?>
            {
                ["Nonce"] = begun.Nonce,
                ["Verifier"] = begun.Verifier,
                ["Browser"] = hashes.Of("begun-browser", begun.Browser),
                ["To"] = begun.To,
                ["Until"] = clock.GetUtcNow() + Life,
            })),
        ],
        ct);

    /// <returns>Null when there is none for this browser, it is too old or came back before.</returns>
    public async Task<BegunSignIn?> TakeAsync(string state, string? browser, CancellationToken ct)
    {
        if (browser is null || await _table.FindAsync(PartitionOf(state), Key, ct) is not { } row || row.Text("Browser") != hashes.Of("begun-browser", browser))
        {
            return null;
        }

        try
        {
            await _table.WriteAsync([RowChange.Delete(row.Partition, row.Key, row.Tag)], ct);
        }
        catch (StaleRowException)
        {
            return null;
        }

        return clock.GetUtcNow() < row.Instant("Until") ? new BegunSignIn(state, row.Text("Nonce"), row.Text("Verifier"), browser, row.Text("To")) : null;
    }

    private string PartitionOf(string state) => $"b-{hashes.Of("begun", state)}";
}
