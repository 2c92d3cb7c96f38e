using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Lists;

/// <summary>Hồ sơ của tôi: every dossier a citizen is a party of, newest first; a linked case once, whatever its parts.</summary>
public sealed class CitizenDossiers(KeyedHashes hashes) : IDossierList
{
    public string PartitionOf(string personalNumber) => $"c:{hashes.Of("citizen", personalNumber)}";

    public IEnumerable<ListRow> RowsOf(Dossier dossier)
    {
        if (dossier.Whole() is not null)
        {
            return []; // The case stands here, and shows its parts.
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - dossier.SubmittedAt.UtcTicks:D19}|{dossier.Code}");
        return new[] { dossier.Applicant.PersonalNumber, dossier.Proxy?.PersonalNumber }.OfType<string>().Distinct()
            .Select(number => new ListRow(PartitionOf(number), key, new Dictionary<string, object?>()));
    }

    public static DossierCode CodeOf(string key) => DossierCode.Parse(key[(key.IndexOf('|') + 1)..]);
}
