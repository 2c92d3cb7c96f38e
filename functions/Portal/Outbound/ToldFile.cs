namespace PublicAdmin.Portal.Outbound;

/// <summary>A file of a dossier as a side lists it.</summary>
/// <param name="Id">TepDinhKemId or GiayToId; ours stands for the same bytes for ever.</param>
/// <param name="Name">TenTepDinhKem or TenGiayTo.</param>
/// <param name="Sha256">Of its bytes, hex; null where the side names none.</param>
public sealed record ToldFile(string Id, string Name, string? Sha256 = null)
{
    public bool IsLike(ToldFile other) =>
        Id == other.Id && Name == other.Name
        && (Sha256 is null || other.Sha256 is null || string.Equals(Sha256, other.Sha256, StringComparison.OrdinalIgnoreCase));
}
