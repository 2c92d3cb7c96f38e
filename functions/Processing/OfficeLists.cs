using System.Globalization;
using System.Text.Json;
using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing;

/// <summary>One line of a work list. No personal number, no phone.</summary>
/// <param name="DecideBy">While it is registered: until when the desk must accept, refuse or ask for a supplement.</param>
/// <param name="Apology">Whether form 04 lies before the head, or has gone out.</param>
/// <param name="List">The part of the list it stands in: a phase, or <c>competenceUnknown</c>.</param>
public sealed record WorkItem(
    DossierCode Code,
    string Procedure,
    string Applicant,
    string List,
    Phase Phase,
    Channel Channel,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? DecideBy,
    string? Handler,
    int SupplementRounds,
    ApologyState Apology);

/// <summary>
/// Công việc của cơ quan: what lies on an office's desk, by phase and by officer, the most urgent first. The rows lie in the office's
/// partition of table Lists, already in the JSON they are answered in.
/// </summary>
public sealed class WorkList(DossierTerms terms) : IDossierList
{
    /// <summary>Every open dossier of the office.</summary>
    public const string All = "all";

    /// <summary>Registered dossiers nobody knows the competent agency of; they stand here, not under registered.</summary>
    public const string CompetenceUnknown = "competenceUnknown";

    internal const string Json = "J";

    public static string PartitionOf(string office) => $"o:{office}";

    public static string PrefixOf(string list) => $"w|{list}|";

    public static string PrefixOfHandler(string handler) => $"m|{handler}|";

    public IEnumerable<ListRow> RowsOf(Dossier dossier)
    {
        if (!dossier.IsOpen)
        {
            return [];
        }

        var list = ListOf(dossier);
        var handler = dossier.Handler is { } officer ? PrefixOfHandler(officer) : null;
        var item = ItemOf(dossier, list);
        var json = JsonSerializer.Serialize(item, OfficeJson.Options);
        return new[] { PrefixOf(list), PrefixOf(All), handler }.OfType<string>()
            .Select(prefix => new ListRow(PartitionOf(dossier.Desk), prefix + SortKey(dossier, item), new Dictionary<string, object?> { [Json] = json }));
    }

    private static string ListOf(Dossier dossier) => dossier is { Phase: Phase.Registered, Places.Competent: null }
        ? CompetenceUnknown
        : JsonNamingPolicy.CamelCase.ConvertName(dossier.Phase.ToString());

    private static string SortKey(Dossier dossier, WorkItem item) =>
        string.Create(CultureInfo.InvariantCulture, $"{(dossier.Deadline?.DueAt ?? item.DecideBy ?? dossier.SubmittedAt).UtcDateTime:yyyyMMddHHmm}|{dossier.Code}");

    private WorkItem ItemOf(Dossier dossier, string list) => new(
        dossier.Code,
        dossier.Procedure.Code,
        dossier.Applicant.Name,
        list,
        dossier.Phase,
        dossier.Channel,
        dossier.SubmittedAt.Here(),
        dossier.Deadline?.DueAt.Here(),
        dossier.Phase is Phase.Registered ? terms.DecideBy(dossier) : null,
        dossier.Handler,
        dossier.SupplementRounds,
        dossier.Apology);
}

/// <summary>
/// Where a search begins: the words of the applicant's name (folded), the phone and the personal number (keyed hashes), in every
/// office that has had the dossier. The rows hold nothing else; what is shown comes from the dossier itself.
/// </summary>
public sealed class SearchIndex(KeyedHashes hashes) : IDossierList
{
    public static string WordPrefix(string word) => $"s|{word}";

    public string NumberPrefix(string number) => $"i|{hashes.Of("number", number)}|";

    public string PhonePrefix(string phone) => $"t|{hashes.Of("phone", National(phone))}|";

    public IEnumerable<ListRow> RowsOf(Dossier dossier) =>
        from office in dossier.Offices
        from prefix in PrefixesOf(dossier.Applicant)
        select new ListRow(WorkList.PartitionOf(office), prefix + dossier.Code, new Dictionary<string, object?>());

    private IEnumerable<string> PrefixesOf(Applicant applicant)
    {
        foreach (var word in Folding.Words(applicant.Name).Distinct())
        {
            yield return WordPrefix(word) + "|";
        }

        yield return NumberPrefix(applicant.PersonalNumber);
        if (applicant.Phone is { } phone)
        {
            yield return PhonePrefix(phone);
        }
    }

    // +84912… and 0912… are one phone.
    private static string National(string phone) => phone.StartsWith("+84", StringComparison.Ordinal) ? $"0{phone[3..]}" : phone;
}

/// <summary>Hồ sơ của tôi: every dossier a citizen is a party of, newest first.</summary>
public sealed class CitizenDossiers(KeyedHashes hashes) : IDossierList
{
    public string PartitionOf(string personalNumber) => $"c:{hashes.Of("citizen", personalNumber)}";

    public IEnumerable<ListRow> RowsOf(Dossier dossier)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - dossier.SubmittedAt.UtcTicks:D19}|{dossier.Code}");
        return new[] { dossier.Applicant.PersonalNumber, dossier.Proxy?.PersonalNumber }.OfType<string>().Distinct()
            .Select(number => new ListRow(PartitionOf(number), key, new Dictionary<string, object?>()));
    }

    public static DossierCode CodeOf(string key) => DossierCode.Parse(key[(key.IndexOf('|') + 1)..]);
}
