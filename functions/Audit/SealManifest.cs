using System.Text.Json.Serialization;
using PublicAdmin.Signing;

namespace PublicAdmin.Audit;

/// <summary>
/// Niêm phong nhật ký của một ngày: what a sealed day consists of. Whoever has it and the files it names can check them with gunzip and sha256sum,
/// its signature with openssl, and that no day is missing by the hash of the day before.
/// </summary>
/// <param name="Format">1; another number means other files.</param>
/// <param name="UpTo">
/// The end of the day where the offices are. Accesses stand in it up to here, events as far as they had come at <paramref name="SealedAt"/>.
/// </param>
/// <param name="Previous">The day before; null on the first day of all.</param>
/// <param name="Index">One line for each dossier: <see cref="ManifestLine"/>.</param>
/// <param name="Parts">The journal: the whole record of each dossier, an <see cref="ManifestLine.Part"/> being a place in this list, from 1.</param>
/// <param name="Tables">Copies of whole tables.</param>
public sealed record SealManifest(
    int Format,
    DateOnly Day,
    DateTimeOffset UpTo,
    DateTimeOffset SealedAt,
    int Dossiers,
    long Events,
    long Accesses,
    SealFile Index,
    IReadOnlyList<SealFile> Parts,
    IReadOnlyList<SealFile> Tables,
    SealKey Key,
    PreviousSeal? Previous = null)
{
    public const int CurrentFormat = 1;

    [JsonIgnore]
    public IEnumerable<SealFile> Files => [Index, .. Parts, .. Tables];
}

/// <param name="Sha256">Of the manifest of that day, hex.</param>
public sealed record PreviousSeal(DateOnly Day, string Sha256);

/// <summary>Lines of JSON, gzipped.</summary>
/// <param name="Name">Its path in container audit-seals; the beginning of the hash is part of it.</param>
/// <param name="Sha256">Of the file as it lies there, hex.</param>
/// <param name="Bytes">Of the file as it lies there.</param>
public sealed record SealFile(string Name, string Sha256, long Bytes, int Lines);

/// <summary>The key the manifest is signed with.</summary>
/// <param name="Pem">SubjectPublicKeyInfo; whoever trusts it has it from the vault or the office, not from here.</param>
public sealed record SealKey(string Name, string Version, SigningAlgorithm Algorithm, string Pem);

/// <summary>How a dossier stood when a day was sealed.</summary>
/// <param name="Version">Its last event; 0 when there was none.</param>
/// <param name="Sha256">Of its lines in the part, newlines included: <c>grep '^{"p":"code",' | sha256sum</c>.</param>
/// <param name="Part">From 1.</param>
public sealed record ManifestLine(string Code, long Version, int Events, int Accesses, string Sha256, int Part);
