using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Archive;

/// <summary>How far a dossier's hand-over is.</summary>
/// <param name="DueOn">By when it is to be with the archive.</param>
/// <param name="Term">How long it is kept; null for unknown: it is kept, and listed.</param>
/// <param name="KeptBecause">Why nothing of it may be destroyed here; empty when nothing stands against it any more.</param>
public sealed record ArchiveView(
    DossierCode Code, string Procedure, ArchiveStep Step, Text StepName, DateTimeOffset EndedAt, DateOnly DueOn, string? Term, bool TermAssumed,
    ArchivePackage? Package, IReadOnlyList<ArchiveReceipt> Receipts, string? Reasons, IReadOnlyList<ArchiveHold> Holds, IReadOnlyList<KeepReason> KeptBecause,
    ErasureProposal? Erasure = null)
{
    public static ArchiveView Of(Dossier dossier, ArchiveFile file, DateOnly dueOn, KeepingTerm? term, IReadOnlyList<KeepReason> reasons) => new(
        dossier.Code, dossier.Procedure.Code, file.Step, NameOf(file.Step), KeepingTerms.EndOf(dossier).Here(), dueOn, term?.InWords, term?.Assumed ?? false,
        file.Package, file.Receipts, file.Reasons, file.Holds, reasons, file.Erasure);

    public static Text NameOf(ArchiveStep step) => step switch
    {
        ArchiveStep.Waiting => new("Chưa lập gói", "No package yet"),
        ArchiveStep.Prepared => new("Đã lập gói", "Package made"),
        ArchiveStep.Offered => new("Đã giao, chờ kiểm tra", "Offered"),
        ArchiveStep.Refused => new("Lưu trữ trả lại", "Sent back"),
        ArchiveStep.Accepted => new("Lưu trữ đã nhận", "Accepted"),
        ArchiveStep.Erasing => new("Đang hủy", "Being erased"),
        ArchiveStep.Erased => new("Đã hủy", "Erased"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}

/// <summary>What the archive says of a package.</summary>
/// <param name="Sha256">Of the package it means, hex.</param>
/// <param name="Receipt">When accepted: the number of its receipt.</param>
/// <param name="Set">When accepted: 1 or 2, which of its two sets the receipt is for.</param>
/// <param name="Reasons">When refused.</param>
public sealed record ArchiveAnswerForm(bool Accepted, string Sha256, string? Receipt = null, int Set = 1, string? Reasons = null);

/// <param name="Ground">Number and date of the decision to destroy; no names: it stays. At most 200 characters.</param>
public sealed record ErasureForm(string Ground);

/// <param name="Reason">Complaint, lawsuit, inspection; at most 300 characters.</param>
/// <param name="Lift">True: the holds end.</param>
public sealed record ArchiveHoldForm(string Reason, bool Lift = false);
