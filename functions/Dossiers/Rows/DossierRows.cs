using System.Globalization;
using System.Text;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// How a dossier lies in its table: one partition per dossier; a <c>head</c> row with the present state and the wrapped data key, one
/// <c>e000001</c>-style row per event, the e-form. State, events and e-form are bytes sealed with the key; text in dossiers of before there were keys.
/// All column names of the Dossiers table stand in this file.
/// </summary>
internal static class DossierRows
{
    public const string HeadKey = "head";
    public const string EventPrefix = "e";
    public const string FormKey = "form";

    private const string Version = "V";
    private const string State = "State";
    private const string Keys = "Keys";
    private const string WrappedKey = "K";
    private const string Erased = "Erased";
    private const string Leaving = "Leaving";
    private const string Event = "E";
    private const string FormJson = "Form";

    public static TableRow ToHead(StoredDossier stored) => new(
        stored.Dossier.Code.ToString(),
        HeadKey,
        new Dictionary<string, object?>
        {
            [Version] = stored.Version,
            [State] = Sealed(stored.Key, PlaceOf(stored.Dossier.Code.ToString(), HeadKey), JsonSerializer.SerializeToUtf8Bytes(
                stored.Dossier, OfficeJson.Stored)),
            [Keys] = stored.Keys.Count > 0 ? string.Join('\n', stored.Keys) : null,
            [WrappedKey] = stored.Key?.Wrapped,
            [Leaving] = stored.Leaving is { } leaving ? JsonSerializer.Serialize(leaving, OfficeJson.Stored) : null,
        },
        stored.Tag);

    public static StoredDossier ToDossier(TableRow head, DataKeys keys)
    {
        var key = KeyOf(head, keys);
        return new(
            JsonOf<Dossier>(head, State, key),
            head.Number(Version),
            head.TextOrNull(Keys)?.Split('\n') ?? [],
            head.Tag)
        { Key = key, Leaving = head.Json<ErasedDossier>(Leaving) };
    }

    /// <summary>Null for a dossier of before there were keys, and for one that was erased.</summary>
    public static DossierKey? KeyOf(TableRow head, DataKeys keys) => keys.Open(head.BytesOrNull(WrappedKey));

    public static byte[]? WrappedKeyOf(TableRow head) => head.BytesOrNull(WrappedKey);

    /// <summary>The head of an erased dossier: without state and key.</summary>
    public static TableRow ToHead(ErasedDossier erased, string? tag) => new(
        erased.Code.ToString(), HeadKey,
        new Dictionary<string, object?> { [Version] = erased.Events, [Erased] = JsonSerializer.Serialize(erased, OfficeJson.Stored) }, tag);

    /// <summary>Null while it is neither erased nor being erased.</summary>
    public static ErasedDossier? ToLeaving(TableRow head) => ToErased(head) ?? head.Json<ErasedDossier>(Leaving);

    /// <summary>Null while it is not erased.</summary>
    public static ErasedDossier? ToErased(TableRow head) => head.Json<ErasedDossier>(Erased);

    public static TableRow ToEvent(DossierCode code, long version, DossierEvent e, DossierKey? key)
    {
        var place = EventKey(version);
        return new(code.ToString(), place, new Dictionary<string, object?>
        {
            [Event] = Sealed(key, PlaceOf(code.ToString(), place), JsonSerializer.SerializeToUtf8Bytes(e, OfficeJson.Stored)),
        });
    }

    public static RecordedEvent ToEvent(TableRow row, DossierKey? key) => new(
        long.Parse(row.Key.AsSpan(EventPrefix.Length), CultureInfo.InvariantCulture),
        JsonOf<DossierEvent>(row, Event, key));

    public static string EventKey(long version) => string.Create(CultureInfo.InvariantCulture, $"{EventPrefix}{version:D6}");

    public static TableRow ToForm(DossierCode code, ReadOnlySpan<byte> json, DossierKey? key) => new(
        code.ToString(), FormKey, new Dictionary<string, object?>
        {
            [FormJson] = Sealed(key, PlaceOf(code.ToString(), FormKey), json),
        });

    public static string ToForm(TableRow row, DossierKey? key) => TextOf(row, FormJson, key);

    /// <summary>The row as whoever holds the key reads it.</summary>
    public static TableRow Opened(TableRow row, DossierKey? key) => row.Values.Any(value => value.Value is byte[] && value.Key != WrappedKey)
        ? row with
        {
            Values = row.Values.ToDictionary(
                value => value.Key, value => value.Value is byte[] && value.Key != WrappedKey ? TextOf(row, value.Key, key) : value.Value),
        }
        : row;

    // Straight from the bytes: a head is read for every request.
    private static T JsonOf<T>(TableRow row, string name, DossierKey? key)
        where T : class => row.Values[name] is byte[] bytes
            ? key?.Open(PlaceOf(row.Partition, row.Key), bytes, static json => JsonSerializer.Deserialize<T>(json, OfficeJson.Stored)!)
                ?? throw new JsonException($"A row of {row.Partition} is damaged.")
            : JsonSerializer.Deserialize<T>(row.Text(name), OfficeJson.Stored)!;

    // A value with which nothing can be opened is damaged: it is no JSON.
    private static string TextOf(TableRow row, string name, DossierKey? key) => row.Values[name] switch
    {
        string text => text,
        byte[] bytes => key?.Open(PlaceOf(row.Partition, row.Key), bytes) ?? "",
        _ => throw new KeyNotFoundException(name),
    };

    private static object Sealed(DossierKey? key, string place, ReadOnlySpan<byte> text) =>
        key is null ? Encoding.UTF8.GetString(text) : key.Seal(place, text);

    private static string PlaceOf(string partition, string key) => $"{partition}\n{key}";
}
