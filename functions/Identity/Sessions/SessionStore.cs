using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Identity.Sessions;

/// <summary>Keeps who is signed in on the pages, so that a logout, here or at the issuer, ends it at once in every tab and on every machine.</summary>
public sealed class SessionStore(ITables tables, KeyedHashes hashes, TimeProvider clock)
{
    private const int MostOfOne = 100;

    private readonly ITable _table = tables[Tables.Sessions];

    /// <summary>A name for a cookie, 256 bits.</summary>
    public static string NewName() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    /// <returns>Null when there is none, or it has ended.</returns>
    public async ValueTask<Session?> FindAsync(string name, CancellationToken ct) =>
        await _table.FindAsync(SessionRows.PartitionOf(KeyOf(name)), SessionRows.Only, ct) is { } row && SessionRows.ToSession(row) is var session
            && clock.GetUtcNow() < session.Who.Until ? session : null;

    /// <summary>Begins one and answers the name for the cookie. What of the same person has ended goes.</summary>
    public async Task<string> BeginAsync(SignedIn who, string issuer, string? issuersSession, string? idToken, CancellationToken ct)
    {
        var name = NewName();
        var session = new Session(KeyOf(name), who, issuer, issuersSession, idToken);
        await EndAsync(PersonOf(issuer, who.Id), onlyEnded: true, ct);
        foreach (var pointer in PointersOf(session))
        {
            await _table.WriteAsync([RowChange.Upsert(SessionRows.ToPointer(pointer, session.Key))], ct);
        }

        await _table.WriteAsync([RowChange.Insert(SessionRows.ToRow(session))], ct);
        return name;
    }

    public async Task EndAsync(Session session, CancellationToken ct)
    {
        foreach (var pointer in PointersOf(session))
        {
            await _table.DropAsync(pointer, session.Key, ct);
        }

        await _table.DropAsync(SessionRows.PartitionOf(session.Key), SessionRows.Only, ct);
    }

    /// <summary>The issuer says that a sign-in of its own is over: by its name for it, or every one of the person.</summary>
    public Task EndAtIssuerAsync(string issuer, string? issuersSession, string? subject, CancellationToken ct) =>
        EndAsync(issuersSession is not null ? SignInOf(issuer, issuersSession) : PersonOf(issuer, subject!), onlyEnded: false, ct);

    private async Task EndAsync(string pointers, bool onlyEnded, CancellationToken ct)
    {
        foreach (var pointer in (await _table.ScanAsync(RowRange.All(pointers), MostOfOne, ct)).Rows)
        {
            var row = await _table.FindAsync(SessionRows.PartitionOf(pointer.Key), SessionRows.Only, ct);
            if (row is null)
            {
                await _table.DropAsync(pointers, pointer.Key, ct);
            }
            else if (SessionRows.ToSession(row) is var session && (!onlyEnded || session.Who.Until <= clock.GetUtcNow()))
            {
                await EndAsync(session, ct);
            }
        }
    }

    private IEnumerable<string> PointersOf(Session session)
    {
        yield return PersonOf(session.Issuer, session.Who.Id);
        if (session.IssuersSession is { } sid)
        {
            yield return SignInOf(session.Issuer, sid);
        }
    }

    private string KeyOf(string name) => hashes.Of("session", name);

    private string PersonOf(string issuer, string subject) => $"p-{hashes.Of("session-person", $"{issuer}\n{subject}")}";

    private string SignInOf(string issuer, string sid) => $"i-{hashes.Of("session-issuer", $"{issuer}\n{sid}")}";
}
