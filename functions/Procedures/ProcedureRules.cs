using System.Text.RegularExpressions;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Procedures;

/// <summary>What a version of a procedure must satisfy. The shipped catalogue passes the same rules in a test.</summary>
public static partial class ProcedureRules
{
    private const int MaxTerm = 365;
    private const int MaxSets = 9;

    /// <returns>The first rule broken, or null.</returns>
    public static Refusal? FirstBroken(ProcedureVersion version, OfficeDirectory offices)
    {
        if (!Code().IsMatch(version.Code))
        {
            return ProcedureRefusals.CodeInvalid.At("code");
        }

        if (!Good(version.Components))
        {
            return ProcedureRefusals.ComponentsInvalid.At("components");
        }

        if (!Terms(version.Term).All(Good))
        {
            return ProcedureRefusals.TermInvalid.At("term");
        }

        if (!version.Fees.All(Good))
        {
            return ProcedureRefusals.FeesInvalid.At("fees");
        }

        if (!Good(version.Competence, offices, version.ValidFrom))
        {
            return ProcedureRefusals.CompetenceInvalid.At("competence");
        }

        if (version.Mode.Kind is ServiceModeKind.Full != version.Mode.Reason is null)
        {
            return ProcedureRefusals.ModeInvalid.At("mode");
        }

        return LinkedProcedures.AreGood(version.Parts ?? []) ? SourceBroken(version) : ProcedureRefusals.PartsInvalid.At("parts");
    }

    private static Refusal? SourceBroken(ProcedureVersion version) => version.Sources.Count is 0 ? ProcedureRefusals.SourceMissing.At("sources") : null;

    private static bool Good(IReadOnlyList<Component> components) =>
        components.DistinctBy(component => component.Id).Count() == components.Count
        && components.All(component =>
            component.Sets is >= 1 and <= MaxSets && component.Id.Length > 0 && component.Form is ComponentForm.FromDatabase == component.Database is not null);

    private static IEnumerable<Term> Terms(ProcedureTerm term) =>
        [term.Normal, .. term.Verified is { } verified ? [verified] : Array.Empty<Term>(), .. (term.Cases ?? []).Select(one => one.Term)];

    private static bool Good(Term term) => term.Unit is TermUnit.SameDay or TermUnit.ByAgreement
        ? term.Value is 0
        : term is { Value: > 0 and <= MaxTerm, LocalityBonus: >= 0 and <= MaxTerm };

    private static bool Good(FeeRule fee) => !(fee.From > fee.To) && fee.Basis switch
    {
        FeeBasis.PerCase or FeeBasis.PerCopy => fee is { Amount: >= 0, Pages: null },
        FeeBasis.PerPage => fee is { Amount: null, Pages: { Amount: >= 0, CheaperAmount: >= 0, CheaperFrom: >= 1, Cap: > 0 } },
        _ => fee is { Amount: null, Pages: null },
    };

    private static bool Good(Competence competence, OfficeDirectory offices, DateOnly day) => competence.Rule is CompetenceRule.NamedOffice
        ? competence.Office is { } office && offices.Find(office, day) is not null
        : competence.Office is null;

    [GeneratedRegex(@"^[0-9]\.[0-9]{6}\z")]
    private static partial Regex Code();
}
