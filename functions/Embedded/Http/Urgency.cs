using PublicAdmin.Platform.Http;

namespace PublicAdmin.Embedded.Http;

/// <summary>
/// How much legal slack (thời hạn còn lại) what is asked has left, the least first. Known from the function alone: nobody's body, and no table, is read
/// before there is room.
/// </summary>
internal enum Urgency
{
    /// <summary>A term begins, runs or ends with it: filing, acting on a dossier, sending its papers, paying.</summary>
    TermRuns,

    /// <summary>Somebody waits in front of a screen.</summary>
    SomebodyWaits,

    /// <summary>Nobody's term hangs on it: lists, searches, statistics, reports.</summary>
    CanWait,
}

/// <summary>The urgency of each function.</summary>
internal static class Urgencies
{
    private static readonly string[] Terms = ["api/dossiers", "api/uploads", "api/payments/notifications", "api/portal/acknowledgements"];
    private static readonly string[] Lists =
    [
        "api/search", "api/work", "api/statistics", "api/reports", "api/audit", "api/imports", "api/help", "api/mirrors", "api/staff", "api/offices/{office}/",
        "api/calendar-impact", "api/payments/reconciliations", "api/payments/alarms", "api/dead-letters",
    ];

    public static Urgency Of(CataloguedFunction function) =>
        !function.Methods.Contains("GET") && Array.Exists(Terms, root => IsUnder(function.Route, root)) ? Urgency.TermRuns
        : Array.Exists(Lists, root => IsUnder(function.Route, root)) ? Urgency.CanWait
        : Urgency.SomebodyWaits;

    private static bool IsUnder(string route, string root) =>
        route == root || route.StartsWith(root.EndsWith('/') ? root : $"{root}/", StringComparison.Ordinal) || route == $"{root}-counts";
}
