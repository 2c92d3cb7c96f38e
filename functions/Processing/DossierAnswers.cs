using System.Globalization;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing;

internal static class DossierAnswers
{
    /// <summary>200 with the dossier as this caller sees it and its version as the ETag.</summary>
    public static IResult ToAnswer(this StoredDossier stored, HttpRequest request)
    {
        request.HttpContext.Response.Tag(stored.Version.ToString(CultureInfo.InvariantCulture));
        return Results.Json(DossierView.Of(stored, request.Caller()), OfficeJson.Options);
    }
}

/// <summary>One event in short: what, when, in which capacity and for which office; never who by name.</summary>
/// <param name="What">The event's stable name, e.g. <c>supplementRequested</c>.</param>
public sealed record HistoryLine(long Version, string What, DateTimeOffset At, string As, string? Office)
{
    public static HistoryLine Of(RecordedEvent recorded) => new(
        recorded.Version,
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(recorded.Event.GetType().Name),
        recorded.Event.Stamp.At.Here(),
        recorded.Event.Stamp.As,
        recorded.Event.Stamp.Office);
}
