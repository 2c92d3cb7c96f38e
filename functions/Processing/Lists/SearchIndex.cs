using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Lists;

/// <summary>
/// Where a search begins: the words of the applicant's name (folded), the phone and the personal number (keyed hashes), in every
/// office that has had the dossier. The rows hold nothing else; what is shown comes from the dossier itself.
/// </summary>
public sealed class SearchIndex(KeyedHashes hashes) : IDossierList
{
    public static string WordPrefix(string word) => $"s|{word}";

    public string NumberPrefix(string number) => $"i|{hashes.Of("number", number)}|";

    public string PhonePrefix(string phone) => $"t|{hashes.Of("phone", PhoneNumbers.National(phone))}|";

    public IEnumerable<ListRow> RowsOf(Dossier dossier) =>
        from office in dossier.Offices
        from prefix in PrefixesOf(dossier.Applicant)
        select new ListRow(WorkList.PartitionOf(office), prefix + dossier.Code, new Dictionary<string, object?>());

    private IEnumerable<string> PrefixesOf(Applicant applicant)
    {
        foreach (var word in AccentFolding.WordsToFind(applicant.Name).Distinct())
        {
            yield return WordPrefix(word) + "|";
        }

        yield return NumberPrefix(applicant.PersonalNumber);
        if (applicant.Phone is { } phone)
        {
            yield return PhonePrefix(phone);
        }
    }
}
