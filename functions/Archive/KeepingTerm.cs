using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Archive;

/// <summary>Thời hạn lưu trữ of a procedure's dossiers. There is no term by default: a procedure without one is kept, and listed.</summary>
/// <param name="Code">Of the procedure.</param>
/// <param name="Source">What it rests on.</param>
/// <param name="Assumed">Nobody has confirmed it yet.</param>
/// <param name="Permanent">Vĩnh viễn.</param>
/// <param name="Years">Otherwise; counted from 1 January after the dossier ended.</param>
public sealed record KeepingTerm(
    string Code, DateOnly ValidFrom, string Source, bool Assumed, bool Permanent = false, int? Years = null, DateOnly? ValidTo = null) : IEffective
{
    public string InWords => Permanent ? "Vĩnh viễn" : $"{Years} năm";

    /// <summary>The first day on which it is over; null for never.</summary>
    public DateOnly? OverOn(DateTimeOffset endedAt) => Permanent ? null : new DateOnly(endedAt.Here().Year + 1, 1, 1).AddYears(Years!.Value);
}

/// <summary>The terms of <c>terms.json</c>, and of <c>profile.json</c> when a dossier is due.</summary>
public sealed class KeepingTerms
{
    private readonly Timelines<KeepingTerm> _terms = new(Resources.Json<KeepingTerm[]>("Archive.terms.json"));

    public ArchiveProfile Profile { get; } = Resources.Json<ArchiveProfile>("Archive.profile.json");

    public IReadOnlyList<KeepingTerm> On(DateOnly day) => _terms.All(day);

    /// <summary>By the day it ended; null for unknown.</summary>
    public KeepingTerm? Of(Dossier dossier) => _terms.On(dossier.Procedure.Code, DayOf(EndOf(dossier)));

    /// <summary>The day by which it is to be with the archive.</summary>
    public DateOnly DueOn(Dossier dossier) => DayOf(EndOf(dossier)).AddMonths(Profile.HandOverMonths);

    public static DateTimeOffset EndOf(Dossier dossier) => dossier.Milestones[^1].At;

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.Here().DateTime);
}

/// <summary>What the archive wants, as data: it was not seen, and changes here alone.</summary>
/// <param name="HandOverMonths">From the end of the work to the current archive.</param>
/// <param name="NoticeDays">How long an erasure is made known before it is decided.</param>
/// <param name="Language">Ngôn ngữ.</param>
/// <param name="Access">Mức độ tiếp cận.</param>
/// <param name="Trust">Mức độ tin cậy.</param>
public sealed record ArchiveProfile(int HandOverMonths, int NoticeDays, string Language, string Access, string Trust, string Source, bool Assumed);
