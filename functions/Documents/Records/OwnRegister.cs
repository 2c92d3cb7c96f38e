using System.Globalization;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Documents.Records;

/// <summary>An entry of a register that came with the system.</summary>
/// <param name="Subject">Personal number, or enterprise code.</param>
/// <param name="Component">A paper, or the matter a rule asks for (<c>civilStatus.death</c>); null: it stands for every paper of its database.</param>
public sealed record RegisterEntry(Database Database, string Subject, string Reference, IReadOnlyList<RecordFact> Facts, string? Component = null);

/// <summary>A register kept on this machine: the sample register, or none.</summary>
public sealed record LocalRegister(IReadOnlyList<RegisterEntry> Entries);

/// <summary>
/// Where no gateway is: what this office has issued and returned itself (it lies in the person's wallet), and the register that was
/// shipped with the system, if any.
/// </summary>
public sealed class OwnRegister(WalletStore wallet, PaperOwners owners, LocalRegister local, TimeProvider clock) : IRecordSource
{
    public const string IssuedHere = "Kết quả do cơ quan đã cấp";
    public const string Local = "Sổ dữ liệu mẫu";

    private static readonly Text Number = new("Số, ký hiệu", "Number");
    private static readonly Text IssuedOn = new("Ngày cấp", "Issued on");
    private static readonly Text Dossier = new("Hồ sơ", "Dossier");

    public async Task<FoundRecord?> FindAsync(RecordQuery query, CancellationToken ct) => await IssuedAsync(query, ct) ?? Listed(query)
        ?? (local.Entries.Count is 0 && RegisterQuestion.Is(query.Component)
            ? throw new RecordRefusedException("No register is connected: that this office has issued nothing is no answer.") : null);

    private async Task<FoundRecord?> IssuedAsync(RecordQuery query, CancellationToken ct)
    {
        var today = clock.Today();
        foreach (var procedure in query.Component.ResultOf ?? [])
        {
            var issued = await wallet.OfTypeAsync(owners.Of(query.Subject), PaperRules.ResultTypePrefix + procedure, ct);
            if (issued.LastOrDefault(item => item.HoldsOn(today)) is { } item)
            {
                return new FoundRecord(IssuedHere, item.Number ?? item.Id, [.. FactsOf(item)]);
            }
        }

        return null;
    }

    private FoundRecord? Listed(RecordQuery query) => local.Entries.FirstOrDefault(entry =>
        entry.Database == query.Database && entry.Subject == query.Subject && Answers(entry, query.Component)) is { } found
            ? new FoundRecord(Local, found.Reference, found.Facts)
            : null;

    // A rule asks for one thing: that there is some record of the person is no answer.
    private static bool Answers(RegisterEntry entry, Component component) =>
        entry.Component is null ? !RegisterQuestion.Is(component) : entry.Component == component.Id;

    private static IEnumerable<RecordFact> FactsOf(WalletItem item)
    {
        yield return new(Number, item.Number ?? item.Id);
        if (item.IssuedOn is { } day)
        {
            yield return new(IssuedOn, day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        }

        yield return new(Dossier, item.From.ToString());
    }
}
