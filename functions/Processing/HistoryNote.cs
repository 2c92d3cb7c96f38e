using PublicAdmin.Dossiers;

namespace PublicAdmin.Processing;

/// <summary>What an act was done for, as its official wrote it.</summary>
/// <param name="Ground">Căn cứ.</param>
/// <param name="Number">Of a result or a receipt.</param>
public sealed record HistoryNote(string? Reason = null, string? Ground = null, string? Number = null)
{
    /// <summary>Null where nothing was written.</summary>
    public static HistoryNote? Of(DossierEvent e) => Written(e) is { } note && note != new HistoryNote() ? note : null;

    private static HistoryNote? Written(DossierEvent e) => e switch
    {
        NotAccepted no => new(no.Reason, no.Ground),
        SupplementRequested asked => new(asked.Request.Reasons, asked.Pause.LegalGround),
        Transferred moved => new(moved.Reason),
        Proposed { Proposal: var proposal } => new(proposal.Summary),
        SentBack back => new(back.Reason),
        Issued { Result: var result } => new(Number: result.Number),
        Suspended { Pause: var pause } => new(pause.Reason, pause.LegalGround),
        PostingBegun { Pause: var pause } => new(pause.Reason, pause.LegalGround),
        Resumed resumed => new(resumed.Reason, Number: resumed.Proof),
        Stopped stop => new(stop.Reason, stop.Ground),
        Withdrawn withdrawn => new(withdrawn.Reason),
        Extended { Extension: var extension } => new(extension.Reason),
        VerificationNeeded { Verification: var verification } => new(verification.Reason),
        Apologised apology => new(apology.Reason),
        ResultRevoked revoked => new(revoked.Reason),
        CorrectionNoted noted => new($"{noted.About}: {noted.Text}"),
        AnswersCorrected corrected => new(corrected.Reason),
        FeeRecorded fee => new(Number: fee.Receipt),
        ReceiptCancelled receipt => new(receipt.Reason, Number: receipt.Receipt),
        FeesClosed { Closure: var closure } => new(Ground: closure.Ground),
        _ => null,
    };
}
