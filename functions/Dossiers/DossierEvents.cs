using System.Text.Json.Serialization;

namespace PublicAdmin.Dossiers;

/// <summary>Something that happened to a dossier: stored for ever and read by auditors. Never rename or reuse a discriminator.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(CompetenceFound), "competence-found")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(NotAccepted), "not-accepted")]
[JsonDerivedType(typeof(SupplementRequested), "supplement-requested")]
[JsonDerivedType(typeof(Supplemented), "supplemented")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Taken), "taken")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Transferred), "transferred")]
[JsonDerivedType(typeof(Proposed), "proposed")]
[JsonDerivedType(typeof(SentBack), "sent-back")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Issued), "issued")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Suspended), "suspended")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Stopped), "stopped")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(FeeRecorded), "fee-recorded")]
[JsonDerivedType(typeof(ReceiptCancelled), "receipt-cancelled")]
[JsonDerivedType(typeof(PortalAcknowledged), "portal-acknowledged")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(Extended), "extended")]
[JsonDerivedType(typeof(Apologised), "apologised")]
[JsonDerivedType(typeof(PostingBegun), "posting-begun")]
[JsonDerivedType(typeof(PostingEnded), "posting-ended")]
[JsonDerivedType(typeof(RecordsRead), "records-read")]
[JsonDerivedType(typeof(RegistersAsked), "registers-asked")]
[JsonDerivedType(typeof(FeeAssessed), "fee-assessed")]
[JsonDerivedType(typeof(FeesClosed), "fees-closed")]
[JsonDerivedType(typeof(VerificationNeeded), "verification-needed")]
[JsonDerivedType(typeof(AuthorityAnswered), "authority-answered")]
[JsonDerivedType(typeof(TrackingSecretRenewed), "tracking-secret-renewed")]
[JsonDerivedType(typeof(ResultRevoked), "result-revoked")]
[JsonDerivedType(typeof(AnswersCorrected), "answers-corrected")]
[JsonDerivedType(typeof(PartOpened), "part-opened")]
[JsonDerivedType(typeof(PartMoved), "part-moved")]
[JsonDerivedType(typeof(PartDue), "part-due")]
[JsonDerivedType(typeof(PartForwarded), "part-forwarded")]
[JsonDerivedType(typeof(PartReported), "part-reported")]
[JsonDerivedType(typeof(PartLimitMissed), "part-limit-missed")]
[JsonDerivedType(typeof(FilesFetched), "files-fetched")]
[JsonDerivedType(typeof(CorrectionNoted), "correction-noted")]
public abstract record DossierEvent(Stamp Stamp);

/// <summary>Nộp hồ sơ. The code exists from here; the clock does not run yet.</summary>
public sealed record Submitted(DossierCode Code, Filing Filing, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Xác định cơ quan có thẩm quyền, when the rules could not say.</summary>
public sealed record CompetenceFound(string Competent, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Tiếp nhận (form 01): valid receipt, from which the clock counts; handed to the competent agency.</summary>
public sealed record Accepted(Deadline Deadline, ProcedurePin Procedure, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Từ chối tiếp nhận (form 03).</summary>
/// <param name="Ground">The rule it rests on, e.g. an article of a decree.</param>
public sealed record NotAccepted(string Reason, string Ground, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Yêu cầu bổ sung (form 02): everything that is missing, asked at once.</summary>
/// <param name="Pause">How the clock stands still meanwhile.</param>
public sealed record SupplementRequested(SupplementRequest Request, Pause Pause, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Công dân bổ sung.</summary>
/// <param name="Deadline">As it is after the pause; null before acceptance.</param>
/// <param name="Agreed">What the applicant agreed to with this supplement.</param>
public sealed record Supplemented(IReadOnlyList<Paper> Papers, string? Note, Deadline? Deadline, Stamp Stamp, Agreed? Agreed = null) : DossierEvent(Stamp);

/// <summary>Trình lãnh đạo.</summary>
public sealed record Proposed(Proposal Proposal, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Lãnh đạo trả lại để làm lại.</summary>
public sealed record SentBack(string Reason, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Lãnh đạo duyệt: exactly this proposal, by its hash.</summary>
public sealed record Approved(string ProposalHash, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Văn thư cấp số, phát hành: the result is released to the one-stop desk. Lateness is judged by this moment.</summary>
public sealed record Issued(IssuedResult Result, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Trả kết quả.</summary>
/// <param name="To">Who received it: the applicant, or the name and paper of the person authorised.</param>
public sealed record Returned(ReturnWay Way, string? To, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Tạm dừng để thực hiện nghĩa vụ tài chính.</summary>
/// <param name="Amount">Đồng; null when another authority sets it.</param>
/// <param name="Payee">Where it is paid: authority and account.</param>
/// <param name="PayBy">The last day to pay, when there is one.</param>
public sealed record Suspended(Pause Pause, long? Amount, Stamp Stamp, string? Payee = null, DateOnly? PayBy = null) : DossierEvent(Stamp);

/// <summary>Tiếp tục xử lý.</summary>
/// <param name="Proof">What proves that the duty was paid to another authority; null when it was paid here.</param>
public sealed record Resumed(string? Reason, Deadline Deadline, Stamp Stamp, string? Proof = null) : DossierEvent(Stamp);

/// <summary>Dừng giải quyết (form 05); only while no decision is issued (Circular 03/2025, Article 7).</summary>
public sealed record Stopped(string Reason, string Ground, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Công dân rút hồ sơ.</summary>
public sealed record Withdrawn(string? Reason, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>The National Portal has confirmed every change up to a version of <see cref="PortalState"/>.</summary>
public sealed record PortalAcknowledged(long UpTo, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>A rung of the escalation ladder was reached. The event itself is what makes it happen exactly once.</summary>
/// <param name="Rung">The rung's code in the ladder.</param>
/// <param name="DraftsApology">Whether form 04 was laid before the head with it.</param>
public sealed record Escalated(string Rung, bool DraftsApology, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Gia hạn, with the apology (form 04) sent to the citizen.</summary>
public sealed record Extended(Deadline Deadline, Extension Extension, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Phải xác minh with another agency: the longer term of the procedure counts.</summary>
public sealed record VerificationNeeded(Deadline Deadline, Verification Verification, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Xin lỗi without an extension, when the time is over already.</summary>
/// <param name="ExpectedOn">The day the office now expects to be done.</param>
public sealed record Apologised(string Reason, DateOnly ExpectedOn, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Niêm yết công khai: the clock stands still until a day known beforehand.</summary>
/// <param name="Days">Calendar days it is posted; null for postings begun before they had a phase of their own.</param>
public sealed record PostingBegun(Pause Pause, Stamp Stamp, int? Days = null) : DossierEvent(Stamp);

/// <summary>The time of posting is over; the clock runs again by itself.</summary>
public sealed record PostingEnded(Deadline Deadline, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Khai thác cơ sở dữ liệu: what the registers answered, in place of papers.</summary>
/// <param name="NotHeld">Components no register has a record for: these may be asked of the citizen after all.</param>
public sealed record RecordsRead(IReadOnlyList<Paper> Papers, IReadOnlyList<string> NotHeld, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Xác nhận ủy quyền: the applicant in the own account, or a clerk who checked it, says whether the proxy may act for the applicant.</summary>
/// <param name="Proof">Null: the applicant denies it.</param>
public sealed record AuthorityAnswered(Consent? Proof, Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Cấp lại mã tra cứu: the one-stop desk identified who asked, and the secret before opens nothing any more.</summary>
/// <param name="Proof">By what the person was identified.</param>
public sealed record TrackingSecretRenewed(SecretHolder For, IdentityProof Proof, Stamp Stamp) : DossierEvent(Stamp);
