using PublicAdmin.Eforms.Definitions;

namespace PublicAdmin.Eforms.Versions;

/// <summary>What would become of the drafts citizens have begun, counted: of nobody is anything shown.</summary>
/// <param name="Open">Drafts of the form that were looked at.</param>
/// <param name="Whole">Every answer goes over as it is.</param>
/// <param name="InPart">Some answers are lost or no longer right, and are asked again.</param>
/// <param name="AskedAgain">Which, by key: of the version before for what is lost, of the new one for what is no longer right.</param>
/// <param name="Next">The day to go on with (<c>draftsFrom</c>); null when all were looked at.</param>
public sealed record DraftOutcomes(int Open, int Whole, int InPart, IReadOnlyList<AskedAgain> AskedAgain, DateOnly? Next = null);

/// <param name="Drafts">In how many.</param>
public sealed record AskedAgain(string Key, int Drafts);

/// <summary>Carries open drafts of a form over to a version nobody has entered yet, as opening them would, and keeps nothing of it.</summary>
/// <param name="from">The first day on which drafts end; today unless said.</param>
public delegate Task<DraftOutcomes> OpenDrafts(FormDefinition next, DateOnly? from, CancellationToken ct);
