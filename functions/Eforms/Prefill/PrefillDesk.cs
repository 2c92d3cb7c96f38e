using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>The form of a procedure on this day.</summary>
internal sealed record AskedForm(string Procedure, CompiledForm Form);

/// <summary>Cung cấp thông tin một lần: gathers what is known of whoever fills in a form, from where it is lawfully read.</summary>
public sealed class PrefillDesk(
    FormBook forms, ProcedureCatalogue procedures, DossierStore dossiers, OwnResults own, IssuedFacts issued, ReusedResults reused, TimeProvider clock)
{
    internal Result<AskedForm> FormOf(string code)
    {
        if (procedures.Find(code, clock.Today()) is not { } procedure)
        {
            return ProcedureRefusals.Unknown.With(code);
        }

        return forms.Of(procedure.Code, clock.Today()) is { } form
            ? new AskedForm(procedure.Code, forms.Ready(form))
            : EformRefusals.NoForm.With(procedure.Code);
    }

    /// <summary>What the account vouches for, the caller's own results say, and the caller said in an earlier dossier.</summary>
    internal async Task<PrefilledForm> OwnAsync(CompiledForm form, Caller caller, Dossier? earlier, CancellationToken ct)
    {
        var results = new List<ResultFacts>();
        foreach (var code in caller.Organisation is null ? await own(caller, ReusedResults.Most, ct) : [])
        {
            if (await dossiers.FindAsync(code, ct) is { } stored && await issued(stored.Dossier, ct) is { } result)
            {
                results.Add(result);
            }
        }

        var known = results.Aggregate(KnownFacts.None, (all, result) => all.And(reused.FactsOf(result)));
        return PrefillMaker.Make(form, caller, known.And(await EarlierAsync(earlier, caller, ct))) with { Results = NamedFor(results, caller) };
    }

    /// <summary>What registers answered about the caller.</summary>
    internal static PrefilledForm OfRecords(CompiledForm form, Caller caller, IEnumerable<DatabaseRecord> records) =>
        PrefillMaker.Make(form, caller, records.Aggregate(KnownFacts.None, (all, record) => all.And(FactReader.OfRecord(caller.PersonalNumber!, record))));

    /// <summary>What a result says that the caller holds as a file.</summary>
    internal PrefilledForm OfResult(CompiledForm form, Caller caller, ResultFacts result) =>
        PrefillMaker.Make(form, caller, reused.FactsOf(result)) with { Results = NamedFor([result], caller) };

    private ReadResult[]? NamedFor(IReadOnlyList<ResultFacts> results, Caller caller) =>
        results.Count is 0 ? null : [.. results.Select(result => reused.ProofOf(result, caller))];

    // What somebody else filled in is not proposed, even to whom it is about.
    private async Task<KnownFacts> EarlierAsync(Dossier? earlier, Caller caller, CancellationToken ct) =>
        earlier?.Form is { } pin && forms.Find(pin.Id, pin.Version) is { } form && await dossiers.AnswersAsync(earlier, ct) is { } filed
        && filed.Now.TryGetProperty(FieldSource.RequesterNumber, out var number) && Values.TextOf(number) == caller.PersonalNumber
            ? FactReader.OfEarlier(forms.Ready(form), earlier, filed.Now)
            : KnownFacts.None;
}
