using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Identity.Sessions;

/// <summary>
/// How sign-ins lie in table Sessions: <c>s-{key}</c> with one row each; <c>p-{person}</c> and <c>i-{issuer's session}</c> naming the keys of one
/// person and of one sign-in at the issuer, so that a logout finds them; <c>b-{state}</c> with a sign-in that has begun.
/// </summary>
internal static class SessionRows
{
    public const string Only = "s";

    private const string Kind = "Kind";
    private const string Id = "Id";
    private const string Name = "Name";
    private const string Number = "Number";
    private const string Organisation = "Organisation";
    private const string Until = "Until";
    private const string Issuer = "Issuer";
    private const string Sid = "Sid";
    private const string IdToken = "IdToken";

    public static string PartitionOf(string key) => $"s-{key}";

    public static TableRow ToRow(Session session) => new(
        PartitionOf(session.Key),
        Only,
        new Dictionary<string, object?>
        {
            [Kind] = session.Who.Kind.ToString(),
            [Id] = session.Who.Id,
            [Name] = session.Who.Name,
            [Number] = session.Who.PersonalNumber,
            [Organisation] = session.Who.Organisation,
            [Until] = session.Who.Until,
            [Issuer] = session.Issuer,
            [Sid] = session.IssuersSession,
            [IdToken] = session.IdToken,
        });

    public static Session ToSession(TableRow row) => new(
        row.Partition[2..],
        new SignedIn(row.Enum<CallerKind>(Kind), row.Text(Id), row.Text(Name), row.TextOrNull(Number), row.Instant(Until), row.TextOrNull(Organisation)),
        row.Text(Issuer),
        row.TextOrNull(Sid),
        row.TextOrNull(IdToken));

    public static TableRow ToPointer(string partition, string key) => new(partition, key, new Dictionary<string, object?>());
}
