using System.Text.Json;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing;

/// <summary>One event in short: what, when, in which capacity and for which office; to officials also who, why and under which number.</summary>
/// <param name="What">The event's stable name, e.g. <c>supplementRequested</c>.</param>
/// <param name="By">The official's name; null for whoever is no official, and for readers who are none.</param>
/// <param name="Note">Reason, ground or number; for officials alone, whose drafts and words among themselves it may hold.</param>
public sealed record HistoryLine(long Version, string What, DateTimeOffset At, string As, string? Office, string? By = null, HistoryNote? Note = null)
{
    public static HistoryLine Of(RecordedEvent recorded) => new(
        recorded.Version,
        JsonNamingPolicy.CamelCase.ConvertName(recorded.Event.GetType().Name),
        recorded.Event.Stamp.At.Here(),
        recorded.Event.Stamp.As,
        recorded.Event.Stamp.Office);
}
