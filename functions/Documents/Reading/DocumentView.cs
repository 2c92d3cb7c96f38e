using PublicAdmin.Documents.Checking;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Documents.Reading;

/// <summary>One paper of a dossier, as its readers see it.</summary>
/// <param name="Component">The component of the procedure it fulfils. Several papers of one component are its pages, in order.</param>
/// <param name="Page">1 for the first paper of its component.</param>
/// <param name="Digitization">National code: 0 none, 1 scanned, 2 reused from another dossier's paper, 3 reused from a past result.</param>
/// <param name="ContentType">As judged by its content; null without a file.</param>
/// <param name="Consent">The owner's agreement to the reuse, or to the look-up, with its evidence.</param>
/// <param name="Check">Null without a file.</param>
/// <param name="Record">
/// For a paper from a database: which one, the record's number, when it was read and what it says; that last part only for the applicant, the staff and a proxy
/// whose authority is proven.
/// </param>
public sealed record DocumentView(
    string Id, string Component, string Name, int Page, Lineage Lineage, int Digitization, long Bytes, string? ContentType, Consent? Consent, PaperCheck? Check,
    DatabaseRecord? Record);
