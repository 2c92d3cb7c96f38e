using PublicAdmin.Dossiers;

namespace PublicAdmin.Notifications.Staff;

/// <summary>One dossier to urge.</summary>
/// <param name="Procedure">Code.</param>
/// <param name="Name">Name of the procedure.</param>
/// <param name="Handler">Name of the officer; null while nobody has taken it.</param>
/// <param name="Late">Working time past the end; zero before it.</param>
/// <param name="Apology">How far form 04 has come.</param>
public sealed record DigestItem(DossierCode Code, string Procedure, string Name, DateTimeOffset DueAt, string? Handler, TimeSpan Late, ApologyState Apology);

/// <summary>What the forecast adds: in time still, but not at today's pace.</summary>
/// <param name="Taker">Name of whoever is least loaded; null when there is nobody else.</param>
public sealed record DigestBreach(DossierCode Code, string Name, DateTimeOffset DueAt, DateTimeOffset FinishesAt, string? Taker);

/// <summary>What a supervisor has to urge this morning in one office.</summary>
/// <param name="MeanErrorDays">How far past forecasts were off, in working days; null when none was judged yet.</param>
public sealed record Digest(
    string Office,
    DateOnly Day,
    IReadOnlyList<DigestItem> Overdue,
    IReadOnlyList<DigestItem> Today,
    IReadOnlyList<DigestItem> Tomorrow,
    IReadOnlyList<DigestBreach> Breaches,
    double? MeanErrorDays)
{
    public int WithoutApology => Overdue.Count(item => item.Apology is not ApologyState.Sent);
}
