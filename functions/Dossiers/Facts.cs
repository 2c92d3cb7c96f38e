using System.Globalization;
using System.Text.Json.Serialization;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What was handed in.</summary>
/// <param name="Filer">Directory, citizen or client id of whoever pressed the button.</param>
/// <param name="Helper">The staff member at the citizen's side in assisted filing; null otherwise.</param>
/// <param name="System">Client id of the system that filed for the citizen; null when a person did.</param>
/// <param name="Agreed">What the applicant agreed to.</param>
/// <param name="Authority">What proves the proxy's authority; null until it is proven.</param>
/// <param name="Fees">What the procedure costs on this channel and day, and what was paid with the filing; null for nothing.</param>
/// <param name="TermCase">The case of the procedure, where cases have terms of their own.</param>
/// <param name="Representative">Who filed for an organisation, under its account; null otherwise.</param>
/// <param name="FormSha256">Hex hash of the e-form kept beside the head; null without one.</param>
/// <param name="Form">By which form the e-form is read; null for free text filed before its procedure had a form of its own.</param>
/// <param name="Linked">Its parts, or whose part it is, in a linked case; null for a dossier by itself.</param>
/// <param name="Arrival">The code it has on the National Portal, and the files to be fetched there; null when it came another way.</param>
public sealed record Filing(
    ProcedurePin Procedure,
    Channel Channel,
    Applicant Applicant,
    Places Places,
    ReturnWay ReturnWay,
    IReadOnlyList<Paper> Papers,
    string Filer,
    Proxy? Proxy = null,
    string? Helper = null,
    string? Summary = null,
    string? FormSha256 = null,
    string? System = null,
    Agreed? Agreed = null,
    FeeAccount? Fees = null,
    string? TermCase = null,
    Representative? Representative = null,
    Consent? Authority = null,
    FormPin? Form = null,
    Linkage? Linked = null,
    PortalArrival? Arrival = null);

/// <summary>Biểu mẫu điện tử: the very version of the form that was filled in, by which the answers are read for ever.</summary>
/// <param name="Case">The case chosen (trường hợp).</param>
/// <param name="Corrections">How often answers were corrected since they were handed in; null for never.</param>
/// <param name="Held">What the filer's account, or a result used again, says where the filer answered otherwise; null where nothing differs.</param>
/// <param name="Commune">The commune of the agency that was competent, where rules ask for it; null otherwise.</param>
/// <param name="Reused">Dossiers whose results it was filled in from; null for none.</param>
/// <param name="Asked">What registers answered to its rules, as the answers stand; null while none was asked.</param>
public sealed record FormPin(
    string Id, string Version, string? Case = null, int? Corrections = null, IReadOnlyList<HeldAnswer>? Held = null, string? Commune = null,
    IReadOnlyList<string>? Reused = null, IReadOnlyList<RegisterAnswer>? Asked = null);

/// <summary>A value the identity platform, or a result, vouches for beside another answer: for the officer to judge, never laid over the answer.</summary>
/// <param name="Field">Key of the form.</param>
/// <param name="Source">The agency whose result says so; null for the account.</param>
/// <param name="Reference">Number of that result.</param>
public sealed record HeldAnswer(string Field, string Text, string? Source = null, string? Reference = null);

/// <summary>One thing asked for in a supplement.</summary>
/// <param name="Component">The procedure's component; null for something about the form itself.</param>
public sealed record SupplementItem(string What, string Reason, string? Component = null, string? Ground = null);

/// <summary>Phiếu yêu cầu bổ sung (form 02).</summary>
/// <param name="Contact">Name and phone of the person who explains.</param>
public sealed record SupplementRequest(IReadOnlyList<SupplementItem> Items, string Contact)
{
    /// <summary>For the pause ledger, which the head keeps for ever: the beginning is enough there, the event has all of it.</summary>
    public string Reasons => Short(Items.Select(item => item.Reason));

    public string Grounds => Short(Items.Select(item => item.Ground).OfType<string>());

    private static string Short(IEnumerable<string> texts)
    {
        var all = string.Join("; ", texts.Distinct());
        return all.Length <= 300 ? all : $"{all[..299]}…";
    }
}

/// <summary>Thông báo nghĩa vụ tài chính: what the citizen is told to pay before the work goes on.</summary>
/// <param name="Ground">The rule it rests on.</param>
/// <param name="Amount">Đồng; null when another authority sets it.</param>
/// <param name="Payee">Where it is paid: authority and account.</param>
/// <param name="PayBy">The last day to pay, when there is one.</param>
public sealed record DutyNotice(string Reason, string Ground, long? Amount = null, string? Payee = null, DateOnly? PayBy = null);

public enum Decision { Grant, Deny }

/// <summary>What the officer proposes to the leader.</summary>
/// <param name="Content">The text or data of the result, as it will be signed.</param>
/// <param name="Hash">Hex SHA-256 of outcome and content: what the leader approves is what gets signed.</param>
/// <param name="Elsewhere">The paper made elsewhere that is the result; null for one of ours. Its words are the content.</param>
public sealed record Proposal(Decision Outcome, string Summary, string Content, string By, string Hash, ResultElsewhere? Elsewhere = null);

/// <summary>The numbered result.</summary>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="Elsewhere">What it is when it was not made here; null for a paper of ours.</param>
public sealed record IssuedResult(string Number, DateOnly Date, Decision Outcome, string ProposalHash, ResultElsewhere? Elsewhere = null);

/// <summary>Since when an issued result holds no longer.</summary>
/// <param name="ReplacedBy">The dossier whose result holds instead; null when nothing takes its place.</param>
public sealed record Revocation(DateTimeOffset At, string Reason, DossierCode? ReplacedBy)
{
    /// <summary>In one sentence, for whoever meets the paper.</summary>
    [JsonIgnore]
    public Text Sentence => ReplacedBy is { } other
        ? new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Kết quả này đã được thay thế ngày {At.Here():dd/MM/yyyy} bằng kết quả của hồ sơ {other}; không còn giá trị sử dụng."),
            string.Create(
                CultureInfo.InvariantCulture, $"This result was replaced on {At.Here():yyyy-MM-dd} by the result of dossier {other} and holds no longer."))
        : new(
            string.Create(CultureInfo.InvariantCulture, $"Kết quả này đã bị thu hồi ngày {At.Here():dd/MM/yyyy}; không còn giá trị sử dụng."),
            string.Create(CultureInfo.InvariantCulture, $"This result was revoked on {At.Here():yyyy-MM-dd} and holds no longer."));
}

/// <summary>The hand-over between agencies: given and not yet taken, or taken.</summary>
public enum HandOverState { None, Given, Taken }

/// <summary>When a phase was reached: all the public timeline needs.</summary>
public sealed record Milestone(Phase Phase, DateTimeOffset At);
