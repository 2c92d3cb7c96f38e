using System.Text.Json;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing;

/// <summary>One event in short: what, when, in which capacity and for which office; never who by name.</summary>
/// <param name="What">The event's stable name, e.g. <c>supplementRequested</c>.</param>
public sealed record HistoryLine(long Version, string What, DateTimeOffset At, string As, string? Office)
{
    public static HistoryLine Of(RecordedEvent recorded) => new(
        recorded.Version,
        JsonNamingPolicy.CamelCase.ConvertName(recorded.Event.GetType().Name),
        recorded.Event.Stamp.At.Here(),
        recorded.Event.Stamp.As,
        recorded.Event.Stamp.Office);
}
