using System.Text.Json;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

/// <summary>The ladders in force: those of administrators over the one that ships. The closest fit counts: procedure and office, procedure, office, all.</summary>
public sealed class LadderBook(ITables tables) : IReferenceData
{
    private const string Partition = "escalation";
    private const string Ladder = "Ladder";
    private static readonly EscalationLadder[] Shipped = Resources.Json<EscalationLadder[]>("Deadlines.escalation.json");

    private volatile IReadOnlyList<EscalationLadder> _ladders = Shipped;

    public IReadOnlyList<EscalationLadder> All => _ladders;

    public IReadOnlyList<Rung> RungsFor(string procedure, string office) =>
        _ladders.MaxBy(ladder => ladder.FitOf(procedure, office) ?? -1)!.Rungs;

    public Rung? Find(string procedure, string office, string code) =>
        code == EscalationLadder.Intake.Code ? EscalationLadder.Intake : RungsFor(procedure, office).FirstOrDefault(rung => rung.Code == code);

    public async Task PutAsync(EscalationLadder ladder, CancellationToken ct)
    {
        var row = new TableRow(
            Partition,
            EscalationLadder.KeyOf(ladder.Procedure, ladder.Office),
            new Dictionary<string, object?> { [Ladder] = JsonSerializer.Serialize(ladder, OfficeJson.Stored) });
        await tables[Tables.Reference].WriteAsync([RowChange.Upsert(row)], ct);
        await RefreshAsync(ct);
    }

    public async Task RefreshAsync(CancellationToken ct)
    {
        var stored = await tables[Tables.Reference].ReadAllAsync(RowRange.All(Partition), ct).Select(row => row.Json<EscalationLadder>(Ladder)!).ToListAsync(ct);
        _ladders = [.. stored.Concat(Shipped).DistinctBy(ladder => (ladder.Procedure, ladder.Office))];
    }
}
