using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Procedures;
using PublicAdmin.Tracking;

namespace PublicAdmin.Site;

/// <summary>Where a dossier stands, written into the page by the office itself.</summary>
public sealed class TrackAnswer(SiteWords words, OfficeDirectory offices, ProcedureCatalogue procedures, TimeProvider clock)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly HtmlTemplate Template = new("Site.track-answer.html");

    public static string Into(string html, string answer, string code) => html
        .Replace("<div id=\"answer\"></div>", $"<div id=\"answer\">{answer}</div>", StringComparison.Ordinal)
        .Replace("maxlength=\"60\" value=\"\"", $"maxlength=\"60\" value=\"{Html.Encode(code)}\"", StringComparison.Ordinal);

    public string Of(Result<PublicStatus> tracked, Language language) => Template.Fill(
        tracked.Try(out var status, out var refusal) ? Shown(status, language) : new TrackView { Refusal = refusal.In(language) });

    private TrackView Shown(PublicStatus status, Language language)
    {
        var today = clock.Today();
        return new()
        {
            Code = status.Code.ToString(),
            Procedure = procedures.Find(status.Procedure, today)?.Name.In(language) ?? status.Procedure,
            Status = status.Status.In(language),
            Next = status.Next.In(language),
            Promised = status.PromisedAt is { } at ? Moment(at) : null,
            Holding = offices.Find(status.Holding, today)?.Name.In(language) ?? status.Holding,
            Steps = [.. status.Timeline.Select(step => new TrackStep(step.What.In(language), Moment(step.At)))],
            Track = words.Group("track", language),
        };
    }

    private static string Moment(DateTimeOffset at) => at.Here().ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture);
}

/// <summary>What track-answer.html shows: a refusal, or where the dossier stands.</summary>
public sealed record TrackView
{
    public string? Refusal { get; init; }

    public string? Code { get; init; }

    public string? Procedure { get; init; }

    public string? Status { get; init; }

    public string? Next { get; init; }

    public string? Promised { get; init; }

    public string? Holding { get; init; }

    public IReadOnlyList<TrackStep> Steps { get; init; } = [];

    /// <summary>The words of the page, by their keys.</summary>
    public IReadOnlyDictionary<string, string> Track { get; init; } = new Dictionary<string, string>();
}

/// <summary>One thing that happened.</summary>
public sealed record TrackStep(string What, string At);
