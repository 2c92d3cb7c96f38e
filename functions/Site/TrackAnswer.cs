using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Tracking;

namespace PublicAdmin.Site;

/// <summary>Where a dossier stands, written into the page by the office itself.</summary>
public sealed class TrackAnswer(SiteWords words, OfficeDirectory offices, ProcedureCatalogue procedures, TimeProvider clock)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Into(string html, string answer, string code) => html
        .Replace("<div id=\"answer\"></div>", $"<div id=\"answer\">{answer}</div>", StringComparison.Ordinal)
        .Replace("maxlength=\"60\" value=\"\"", $"maxlength=\"60\" value=\"{Html.Encode(code)}\"", StringComparison.Ordinal);

    public string Of(Result<PublicStatus> tracked, Language language) => tracked.Try(out var status, out var refusal)
        ? words.Fill(Written(status, language), language)
        : $"<p class=\"verdict bad\" role=\"alert\">{Html.Encode(refusal.In(language))}</p>";

    private string Written(PublicStatus status, Language language)
    {
        var today = clock.Today();
        var procedure = procedures.Find(status.Procedure, today)?.Name.In(language) ?? status.Procedure;
        var holding = offices.Find(status.Holding, today)?.Name.In(language) ?? status.Holding;
        var promised = status.PromisedAt is { } at
            ? $"<p class=\"soft\">{{{{track.promised}}}}</p><p class=\"big\">{Moment(at)}</p>" : "<p>{{track.noPromise}}</p>";
        var steps = string.Concat(
            status.Timeline.Select(step => $"<li><b>{Html.Encode(step.What.In(language))}</b><div class=\"soft small\">{Moment(step.At)}</div></li>"));
        return $"""
            <p class="soft">{Html.Encode(status.Code.ToString())} · {Html.Encode(procedure)}</p>
            <section class="verdict info"><h2>{Html.Encode(status.Status.In(language))}</h2><p>{Html.Encode(status.Next.In(language))}</p></section>
            <section class="card">{promised}<p>{"{{track.holding}}"}: {Html.Encode(holding)}</p><h2>{"{{track.timeline}}"}</h2><ol class="steps">{steps}</ol></section>
            """;
    }

    private static string Moment(DateTimeOffset at) => at.Here().ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture);
}
