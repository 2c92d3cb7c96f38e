namespace PublicAdmin.Petitions;

/// <summary>Petitions of an office and a time, counted as they happen: filing on the day of filing, the rest on the day of the answer.</summary>
/// <param name="Handled">Answered or refused.</param>
/// <param name="Late">Of these, after the last day.</param>
/// <param name="Refused">Of these, refused.</param>
/// <param name="Satisfied">Answers their petitioner liked.</param>
/// <param name="Dissatisfied">Answers their petitioner did not like.</param>
/// <param name="DissatisfiedInTime">Of these, given in time: who was late is counted once.</param>
public sealed record PetitionCounts(long Filed, long Handled, long Late, long Refused, long Satisfied, long Dissatisfied, long DissatisfiedInTime)
{
    public static PetitionCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    public PetitionCounts Closed(Petition petition) => this with
    {
        Handled = Handled + 1,
        Late = Late + (petition.Answer!.Late ? 1 : 0),
        Refused = Refused + (petition.State is PetitionState.Refused ? 1 : 0),
    };

    public PetitionCounts Rated(Petition petition) => this with
    {
        Satisfied = Satisfied + (petition.Satisfied is true ? 1 : 0),
        Dissatisfied = Dissatisfied + (petition.Satisfied is false ? 1 : 0),
        DissatisfiedInTime = DissatisfiedInTime + (petition is { Satisfied: false, Answer.Late: false } ? 1 : 0),
    };

    public PetitionCounts Add(PetitionCounts other) => new(
        Filed + other.Filed, Handled + other.Handled, Late + other.Late, Refused + other.Refused, Satisfied + other.Satisfied,
        Dissatisfied + other.Dissatisfied, DissatisfiedInTime + other.DissatisfiedInTime);
}
