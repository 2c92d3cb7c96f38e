using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Petitions;

/// <summary>A petition as those who answer it see it.</summary>
/// <param name="Tier">Who is waited for today.</param>
/// <param name="Contact">Shown to supervisors and auditors of the province alone: never to the office complained of.</param>
/// <param name="Answer">What was answered; null while nothing was.</param>
/// <param name="AskBy">The last day to ask the petitioner.</param>
/// <param name="Question">What they were asked and said to it; null for nothing.</param>
public sealed record PetitionView(
    string Id, PetitionKind Kind, string Office, DossierCode? Dossier, string? Procedure, string Text, DateTimeOffset At, DateOnly RefuseBy, DateOnly AnswerBy,
    PetitionState State, PetitionTier Tier, string? Answer, DateTimeOffset? AnsweredAt, bool? Late, bool? Satisfied, DateOnly? AskBy,
    PetitionQuestion? Question, PetitionContact? Contact = null)
{
    public static PetitionView Of(Petition petition, DateOnly today, bool withContact) => new(
        petition.Id, petition.Kind, petition.Office, petition.Dossier, petition.Procedure, petition.Text, petition.At.Here(), petition.RefuseBy,
        petition.AnswerBy, petition.State, petition.TierOn(today), petition.Answer?.Text, petition.Answer?.At.Here(), petition.Answer?.Late,
        petition.Satisfied, petition.AskBy, petition.Question?.Shown(), withContact ? petition.Contact : null);
}

/// <summary>A petition as its petitioner follows it.</summary>
/// <param name="AnswerBy">The last day for an answer.</param>
/// <param name="Answer">Null while there is none.</param>
/// <param name="Question">What the office asks; null for nothing.</param>
/// <param name="Reply">What was said to it; null while nothing was.</param>
public sealed record OwnPetition(
    string Id, PetitionKind Kind, string Office, DateTimeOffset At, DateOnly AnswerBy, PetitionState State, PetitionTier Tier, string? Answer,
    DateTimeOffset? AnsweredAt, bool? Satisfied, string? Question = null, string? Reply = null)
{
    public static OwnPetition Of(Petition petition, DateOnly today) => new(
        petition.Id, petition.Kind, petition.Office, petition.At.Here(), petition.AnswerBy, petition.State, petition.TierOn(today), petition.Answer?.Text,
        petition.Answer?.At.Here(), petition.Satisfied, petition.Question?.Text, petition.Question?.Reply);
}

/// <summary>What everybody may read of a petition that was answered: no words of the petitioner, no name.</summary>
public sealed record PublishedPetition(
    PetitionKind Kind, string Office, string? Procedure, PetitionState State, DateOnly FiledOn, DateOnly AnsweredOn, string Answer)
{
    public static PublishedPetition Of(Petition petition) => new(
        petition.Kind, petition.Office, petition.Procedure, petition.State, DateOnly.FromDateTime(petition.At.Here().DateTime),
        DateOnly.FromDateTime(petition.Answer!.At.Here().DateTime), petition.Answer.Published);
}
