namespace PublicAdmin.Dossiers;

/// <summary>
/// Đính chính bằng ghi chú: a person says that what is held is wrong. What was handed in and decided stays as it is; the note stands beside it for whoever
/// reads the dossier.
/// </summary>
/// <param name="About">What is wrong.</param>
/// <param name="Text">What is right.</param>
public sealed record CorrectionNoted(string About, string Text, Stamp Stamp) : DossierEvent(Stamp);
