using System.Globalization;
using System.Text.Json.Serialization;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Procedures;

/// <summary>
/// An administrative procedure (thủ tục hành chính) as it is from a certain day on. A dossier pins <see cref="Version"/> at receipt
/// and is judged by it for ever, whatever changes later.
/// </summary>
/// <param name="Code">National code, e.g. <c>1.001193</c>.</param>
/// <param name="OldCodes">Codes it was known by before; they still find it.</param>
/// <param name="Competence">Who decides, as a rule over place and residence.</param>
/// <param name="Components">Papers of the dossier (thành phần hồ sơ).</param>
/// <param name="Fees">Fees by channel and time; empty when there is none at all.</param>
/// <param name="Who">Who may ask for it, in a sentence a citizen understands.</param>
/// <param name="Note">What else a citizen should know.</param>
/// <param name="FinancialDuty">Whether a financial duty (nghĩa vụ tài chính) may have to be met before the result, such as taxes on land.</param>
/// <param name="ReturnsUnpaid">Whether the result is handed over before its fee is paid; nowhere unless said.</param>
/// <param name="Parts">Of a linked procedure: the parts by agency, each a dossier or mirror of its own; null for any other.</param>
/// <param name="Sources">Where each fact comes from and how sure it is; see <see cref="Provenance"/>.</param>
public sealed record ProcedureVersion(
    string Code,
    IReadOnlyList<string> OldCodes,
    Text Name,
    Sector Sector,
    ProcedureLevel Level,
    DateOnly ValidFrom,
    Competence Competence,
    IReadOnlyList<Component> Components,
    ProcedureTerm Term,
    IReadOnlyList<FeeRule> Fees,
    IReadOnlyList<ResultPaper> Results,
    ServiceMode Mode,
    ServiceRoute Route,
    IReadOnlyList<ProcedureStep> Steps,
    Text Who,
    IReadOnlyList<string> LegalBases,
    IReadOnlyList<Provenance> Sources,
    Text? Note = null,
    DateOnly? ValidTo = null,
    bool FinancialDuty = false,
    bool ReturnsUnpaid = false,
    IReadOnlyList<ProcedurePart>? Parts = null) : IEffective
{
    /// <summary>What a dossier pins: the first day of validity, yyyy-MM-dd.</summary>
    public string Version => ValidFrom.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The least sure of its facts.</summary>
    public Certainty Certainty => Sources.Select(source => source.Certainty).DefaultIfEmpty(Certainty.MemoryLow).Max();

    /// <summary>The same procedure for a dossier whose look-up found nothing under some components: these are asked of the citizen after all.</summary>
    public ProcedureVersion Lacking(IReadOnlyList<string> notHeld) => notHeld.Count is 0
        ? this
        : this with
        {
            Components = [
            .. Components.Select(component => notHeld.Contains(component.Id) ? component with { Form = ComponentForm.Copy, Database = null } : component)]
        };

    /// <summary>Whether its result is a certified copy, made from an original that somebody shows.</summary>
    [JsonIgnore]
    public bool CertifiesCopies => Results.Any(result => result.Kind is ResultKind.CertifiedCopy);

    /// <summary>Papers a citizen is asked to hand in; what a database holds is not among them (Resolution 66.7/2025/NQ-CP).</summary>
    [JsonIgnore]
    public IEnumerable<Component> ToHandIn => Components.Where(component => component.MayBeAskedFor);
}

/// <summary>Lĩnh vực.</summary>
/// <param name="Code">A working code: the national list of sector codes (Circular 03/2025) was not at hand.</param>
public sealed record Sector(string Code, Text Name);

/// <summary>At which level the procedure is decided (cấp thực hiện).</summary>
public enum ProcedureLevel
{
    Commune,
    Province,

    /// <summary>Commune or province, by the case.</summary>
    Both,
}

/// <summary>How long it may take (thời hạn giải quyết).</summary>
/// <param name="Normal">The term of every dossier.</param>
/// <param name="Verified">The longer term when something has to be verified with another agency; null when there is none.</param>
/// <param name="PublicPostingDays">Days of public posting (niêm yết), outside the term.</param>
/// <param name="MayExtendWorkingDays">Working days by which it may be extended without being late; longer only by agreement in writing.</param>
/// <param name="Cases">Cases (trường hợp) of the procedure with a term of their own.</param>
public sealed record ProcedureTerm(
    Term Normal, Term? Verified = null, int PublicPostingDays = 0, int MayExtendWorkingDays = 0, IReadOnlyList<TermCase>? Cases = null)
{
    public TermCase? Case(string? id) => Cases?.FirstOrDefault(one => one.Id == id);

    /// <summary>The term promised at receipt: that of the dossier's case, where its procedure has cases.</summary>
    public Term AtReceipt(Dossier dossier) => Case(dossier.TermCase)?.Term ?? Normal;

    /// <summary>The term as it counts now: the longer one once something has to be verified.</summary>
    public Term Of(Dossier dossier) => dossier.Verification is not null && Verified is { } longer ? longer : AtReceipt(dossier);
}

/// <summary>A case of a procedure with its own term.</summary>
public sealed record TermCase(string Id, Text Name, Term Term);

/// <summary>What sort of paper the result is (loại kết quả).</summary>
public enum ResultKind { Certificate, Decision, Extract, CertifiedCopy, Confirmation, Minutes }

/// <summary>Kết quả giải quyết.</summary>
public sealed record ResultPaper(ResultKind Kind, Text Name);

/// <summary>A step of the internal process (quy trình nội bộ). The sum of steps never overrides the legal term.</summary>
/// <param name="By">The role that does it: clerk, officer, leader or registrar.</param>
/// <param name="WorkingHours">Null when no time was published.</param>
public sealed record ProcedureStep(Text Name, StepRole By, decimal? WorkingHours = null);

public enum StepRole { Clerk, Officer, Leader, Registrar }
