using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms.Answers;
using PublicAdmin.Eforms.Prefill;

namespace PublicAdmin.Submission;

/// <summary>What is sent to file a dossier.</summary>
/// <param name="Procedure">National procedure code, e.g. <c>1.001193</c>.</param>
/// <param name="Receipt">Code of the office that receives; any centre receives any procedure of the province.</param>
/// <param name="Channel">Citizens and the portal: online. Clerks: counter, post or assisted.</param>
/// <param name="PlaceOfHelp">In assisted filing, the office at whose kiosk or desk the citizen was helped.</param>
/// <param name="ResidenceUnit">GSO code of the commune where the applicant lives, five digits.</param>
/// <param name="PlaceUnit">GSO code of the commune the matter is about, e.g. where the land lies.</param>
/// <param name="Summary">Trích yếu, at most 1,000 characters.</param>
/// <param name="Form">Answers of the form of GET /api/procedures/{code}/form, at most 30,000 characters; any JSON object where there is none.</param>
/// <param name="FormCase">The case of the form (trường hợp); null for none.</param>
/// <param name="FormVersion">The version it was filled in by; today's unless said, and another one is refused.</param>
/// <param name="Papers">At most 60.</param>
/// <param name="Fee">Copies, pages and cases the fee depends on; 1, 1 and none unless said.</param>
/// <param name="Paid">What was paid with the filing; a citizen does not say so.</param>
/// <param name="TermCase">The case of the procedure (trường hợp), where cases have terms of their own; the term of every dossier unless said.</param>
/// <param name="LookUpConsent">
/// The applicant agrees that the office looks up, for this dossier, what databases hold (Resolution 66.7/2025/NQ-CP). From a proxy it is a wish, which
/// waits for the applicant or for a check of the authority.
/// </param>
/// <param name="Consent">The evidence of the applicant's consent, when a clerk or the portal files; nobody else sends it.</param>
/// <param name="Results">Results the form was filled in from, as the prefill named them: where an answer differs the office is told.</param>
public sealed record FilingForm(
    string Procedure,
    string Receipt,
    ApplicantForm Applicant,
    Channel Channel = Channel.Online,
    ProxyForm? Proxy = null,
    string? PlaceOfHelp = null,
    string? ResidenceUnit = null,
    string? PlaceUnit = null,
    ReturnWay ReturnWay = ReturnWay.Electronic,
    string? Summary = null,
    JsonElement? Form = null,
    IReadOnlyList<PaperForm>? Papers = null,
    bool LookUpConsent = false,
    FeeFactsForm? Fee = null,
    FeePaidForm? Paid = null,
    string? TermCase = null,
    string? FormCase = null,
    string? FormVersion = null,
    ConsentForm? Consent = null,
    IReadOnlyList<ReusedResult>? Results = null);

/// <inheritdoc cref="Applicant"/>
public sealed record ApplicantForm(
    string Name, string PersonalNumber, string? Phone = null, string? Email = null, string? Address = null, ApplicantKind Kind = ApplicantKind.Person);

/// <inheritdoc cref="Proxy"/>
public sealed record ProxyForm(string Name, string PersonalNumber, string Authority);

/// <summary>What a fee depends on beyond channel and day.</summary>
/// <param name="Copies">1 to 1,000.</param>
/// <param name="Pages">Pages of each copy, 1 to 10,000.</param>
/// <param name="Cases">Ids of conditional fees that apply, such as <c>qua-han</c>; said by the office, never by the citizen.</param>
public sealed record FeeFactsForm(int Copies = 1, int Pages = 1, IReadOnlyList<string>? Cases = null);

/// <summary>A payment taken with the filing, at the counter or by the portal.</summary>
/// <param name="Amount">Đồng.</param>
/// <param name="Receipt">Number and symbol of the receipt.</param>
public sealed record FeePaidForm(long Amount, string Receipt);

/// <summary>One paper by reference: an upload of whoever files, or an item of the applicant's wallet.</summary>
/// <param name="Consent">The applicant agrees that the item is used again: said in the own account, or shown by the evidence sent with the form.</param>
public sealed record PaperForm(string Component, string? Upload = null, string? WalletItem = null, bool Consent = false);

/// <summary>What the filer leaves with.</summary>
/// <param name="Secret">The second factor for tracking; shown here and on the printed receipt, stored nowhere.</param>
/// <param name="DecisionDueAt">By when the office must accept, refuse or ask for a supplement.</param>
/// <param name="Competent">The agency that will decide; null while it is not known.</param>
/// <param name="Fee">What it costs, by the rules of today and this channel, and whether it is paid.</param>
/// <param name="Provisional">The date reaches into a year whose holidays are not decided yet; absent otherwise.</param>
/// <param name="Advice">What the form has to tell although it was taken: a warning, a procedure that fits better.</param>
public sealed record FilingReceipt(
    DossierCode Code, string Secret, DateTimeOffset SubmittedAt, DateTimeOffset DecisionDueAt, string Procedure, string ProcedureName, string Receipt,
    string? Competent, FeeView Fee,
    bool? Provisional = null,
    IReadOnlyList<FormNote>? Advice = null);
