using System.Text.Json;
using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Processing.Lists;

/// <summary>
/// Công việc của cơ quan: what lies on an office's desk, by phase and by officer, the most urgent first. The rows lie in the office's
/// partition of table Lists, already in the JSON they are answered in.
/// </summary>
public sealed class WorkList(DossierTerms terms, ITables tables) : IDossierList
{
    /// <summary>Every open dossier of the office.</summary>
    public const string All = "all";

    /// <summary>Registered dossiers nobody knows the competent agency of; they stand here, not under registered.</summary>
    public const string CompetenceUnknown = "competenceUnknown";

    /// <summary>Linked cases with a part of another agency to forward, to have confirmed or to follow.</summary>
    public const string Linked = "linked";

    internal const string Json = "J";

    public static string PartitionOf(string office) => $"o:{office}";

    public static string PrefixOf(string list) => $"w|{list}|";

    public static string PrefixOfHandler(string handler) => $"m|{handler}|";

    public IEnumerable<ListRow> RowsOf(Dossier dossier)
    {
        if (!dossier.IsOpen || (dossier.IsCase() && !dossier.Parts().Any(part => part is { Outside: true, IsOver: false, Forwarding: not null })))
        {
            return [];
        }

        var list = ListOf(dossier);
        var handler = dossier.Handler is { } officer ? PrefixOfHandler(officer) : null;
        var item = ItemOf(dossier, list);
        var json = JsonSerializer.Serialize(item, OfficeJson.Options);
        return new[] { PrefixOf(list), dossier.IsCase() ? null : PrefixOf(All), handler }.OfType<string>()
            .Select(prefix =>
                new ListRow(PartitionOf(dossier.Desk), prefix + ListKey.Of(MomentOf(dossier, item), dossier.Code),
                    new Dictionary<string, object?> { [Json] = json }));
    }

    /// <summary>Open work of an office, the most urgent first. Costs what is taken.</summary>
    /// <param name="office">Its code.</param>
    /// <param name="dueBefore">Only what is due, or to be decided, before this moment; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public IAsyncEnumerable<WorkItem> ReadAsync(string office, DateTimeOffset? dueBefore, CancellationToken ct)
    {
        var (partition, prefix) = (PartitionOf(office), PrefixOf(All));
        var range = dueBefore is { } end ? new RowRange(partition, prefix, prefix + ListKey.Of(end)) : RowRange.Prefix(partition, prefix);
        return tables[Tables.Lists].ReadAllAsync(range, ct).Select(row => row.Json<WorkItem>(Json)!);
    }

    private static string ListOf(Dossier dossier) => dossier.IsCase() ? Linked : dossier is { Phase: Phase.Registered, Places.Competent: null }
        ? CompetenceUnknown
        : JsonNamingPolicy.CamelCase.ConvertName(dossier.Phase.ToString());

    private static DateTimeOffset MomentOf(Dossier dossier, WorkItem item) => item.DueAt ?? item.DecideBy ?? dossier.SubmittedAt;

    private WorkItem ItemOf(Dossier dossier, string list) => new(
        dossier.Code,
        dossier.Procedure.Code,
        dossier.Applicant.Name,
        list,
        dossier.Phase,
        dossier.Channel,
        dossier.SubmittedAt.Here(),
        (dossier.NextLimit() ?? dossier.Deadline?.DueAt)?.Here(),
        dossier.Phase is Phase.Registered && !dossier.IsCase() ? terms.DecideBy(dossier) : null,
        dossier.Handler,
        dossier.SupplementRounds,
        dossier.Apology,
        dossier.OpenPause?.Until?.Here(),
        dossier.Deadline is { IsProvisional: true } ? true : null);
}
