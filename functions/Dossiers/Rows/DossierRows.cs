using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// How a dossier lies in its table: one partition per dossier; a <c>head</c> row with the present state, one <c>e000001</c>-style
/// row per event, the e-form. All column names of the Dossiers table stand in this file.
/// </summary>
internal static class DossierRows
{
    public const string HeadKey = "head";
    public const string EventPrefix = "e";
    public const string FormKey = "form";

    private const string Version = "V";
    private const string State = "State";
    private const string Keys = "Keys";
    private const string Event = "E";
    private const string FormJson = "Form";

    public static TableRow ToHead(StoredDossier stored) => new(
        stored.Dossier.Code.ToString(),
        HeadKey,
        new Dictionary<string, object?>
        {
            [Version] = stored.Version,
            [State] = JsonSerializer.Serialize(stored.Dossier, OfficeJson.Stored),
            [Keys] = stored.Keys.Count > 0 ? string.Join('\n', stored.Keys) : null,
        },
        stored.Tag);

    public static StoredDossier ToDossier(TableRow head) => new(
        head.Json<Dossier>(State)!,
        head.Number(Version),
        head.TextOrNull(Keys)?.Split('\n') ?? [],
        head.Tag);

    public static TableRow ToEvent(DossierCode code, long version, DossierEvent e) => new(
        code.ToString(), EventKey(version), new Dictionary<string, object?> { [Event] = JsonSerializer.Serialize(e, OfficeJson.Stored) });

    public static RecordedEvent ToEvent(TableRow row) => new(
        long.Parse(row.Key.AsSpan(EventPrefix.Length), CultureInfo.InvariantCulture), row.Json<DossierEvent>(Event)!);

    public static string EventKey(long version) => string.Create(CultureInfo.InvariantCulture, $"{EventPrefix}{version:D6}");

    public static TableRow ToForm(DossierCode code, string json) =>
        new(code.ToString(), FormKey, new Dictionary<string, object?> { [FormJson] = json });

    public static string ToForm(TableRow row) => row.Text(FormJson);
}
