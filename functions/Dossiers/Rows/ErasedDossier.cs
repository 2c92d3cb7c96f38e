using System.Text.Json.Serialization;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>Hồ sơ đã hủy: all that is left of a dossier whose data key was destroyed. No name, no number of a person.</summary>
/// <param name="Procedure">Code.</param>
/// <param name="Phase">How it ended.</param>
/// <param name="Offices">Every office that had it in hand: who may still read this.</param>
/// <param name="Events">How many events its history has, sealed for good.</param>
/// <param name="Ground">What the decision to erase rests on: number and date, without names.</param>
public sealed record ErasedDossier(
    DossierCode Code, string Procedure, Channel Channel, string Receipt, string? Competent, IReadOnlyList<string> Offices, Phase Phase,
    DateTimeOffset SubmittedAt, DateTimeOffset EndedAt, long Events, DateTimeOffset ErasedAt, string ErasedBy, string ProposedBy, string Ground)
{
    [JsonIgnore]
    public DateOnly ErasedOn => DateOnly.FromDateTime(ErasedAt.Here().DateTime);
}
