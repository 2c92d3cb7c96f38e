using PublicAdmin.Platform;

namespace PublicAdmin.Procedures;

/// <summary>
/// What a citizen wants to know before coming (hướng dẫn), in plain short sentences. Made from the catalogue's facts,
/// so that it can never say something else than what the office counts with.
/// </summary>
/// <param name="Bring">One line per paper to bring.</param>
/// <param name="NoNeedToBring">What the office looks up itself.</param>
public sealed record Guidance(
    Text Who,
    IReadOnlyList<Text> Bring,
    IReadOnlyList<Text> NoNeedToBring,
    Text HowLong,
    IReadOnlyList<Text> Cost,
    IReadOnlyList<Text> YouGet,
    Text Where,
    Text Online,
    Text? Note)
{
    public static Guidance Of(ProcedureVersion procedure) => new(
        procedure.Who,
        [.. procedure.ToHandIn.Select(GuidanceText.Bring)],
        [.. procedure.Components.Where(component => !component.MayBeAskedFor).Select(component => component.Name)],
        GuidanceText.HowLong(procedure.Term),
        procedure.Fees.Count is 0 ? [GuidanceText.NoFee] : [.. procedure.Fees.Select(GuidanceText.Cost)],
        [.. procedure.Results.Select(result => result.Name)],
        GuidanceText.Where(procedure),
        GuidanceText.Online(procedure.Mode, procedure.Route),
        procedure.Note);
}
