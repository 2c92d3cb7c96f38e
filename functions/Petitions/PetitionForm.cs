using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Petitions;

/// <param name="Kind">behaviour or rule.</param>
/// <param name="Text">10 to 4,000 characters.</param>
/// <param name="Office">About how somebody acted: the office, unless a dossier is named.</param>
/// <param name="Dossier">Code of the dossier it is about; its own citizen, or whoever has its secret, may name it.</param>
/// <param name="Secret">Of the receipt, unless its citizen is signed in.</param>
/// <param name="Procedure">Code of the procedure a rule belongs to.</param>
/// <param name="Name">Of the petitioner, if they want to say; the office that answers is not shown it.</param>
/// <param name="Phone">At most 20 characters.</param>
/// <param name="Email">An address a mail server takes.</param>
public sealed record PetitionForm(
    PetitionKind Kind, string Text, string? Office = null, string? Dossier = null, string? Secret = null, string? Procedure = null, string? Name = null,
    string? Phone = null, string? Email = null)
{
    private const int Longest = 4_000;

    public Refusal? FirstBroken() => HttpQueries.First(
        Fields.Text("text", Text, Longest),
        Fields.OptionalLine("name", Name, 200),
        Fields.OptionalLine("phone", Phone, 20),
        Fields.OptionalLine("procedure", Procedure, 60),
        Email is { Length: > 0 } address && !Fields.IsEmail(address) ? PetitionRefusals.EmailInvalid.At("email") : null,
        Kind is PetitionKind.Behaviour && string.IsNullOrWhiteSpace(Office) && string.IsNullOrWhiteSpace(Dossier)
            ? PetitionRefusals.OfficeMissing.At("office") : null);

    public PetitionContact? Contact() =>
        string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Email) ? null
            : new(Trimmed(Name), Trimmed(Phone), Trimmed(Email));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}
