using PublicAdmin.Dossiers;

namespace PublicAdmin.Tests.Deadlines;

/// <summary>What will happen to one dossier of the virtual year, as the dice have it.</summary>
internal sealed class YearCase(DossierCode code, DateTimeOffset endsAt, DateTimeOffset? pausesAt)
{
    public DossierCode Code { get; } = code;

    public DateTimeOffset EndsAt { get; } = endsAt;

    public DateTimeOffset? PausesAt { get; set; } = pausesAt;

    public DateTimeOffset? ResumesAt { get; set; }

    public bool HasEnded { get; set; }

    /// <summary>Whether there is anything to do with it: on most days there is not.</summary>
    public bool IsDue(DateTimeOffset now) => ResumesAt is { } resumes ? resumes < now : PausesAt < now || EndsAt < now;
}
