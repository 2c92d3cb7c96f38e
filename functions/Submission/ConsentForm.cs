using PublicAdmin.Dossiers;

namespace PublicAdmin.Submission;

/// <summary>
/// Evidence that the applicant agreed, for whoever files on the applicant's behalf: a clerk or the portal. The applicant's own account needs none.
/// </summary>
/// <param name="Kind">Clerks: signed form, one-time code, VNeID, and with a proxy the checked authority or kinship. The portal: one-time code or VNeID.</param>
/// <param name="Reference">Number of the paper, of the message with the code or of the confirmation, at most 100 characters.</param>
public sealed record ConsentForm(ConsentKind Kind, string Reference);
