namespace PublicAdmin.Dossiers;

/// <summary>Thu hồi, thay thế kết quả: the issued result holds no longer. Both papers stay; whoever meets one is told.</summary>
/// <param name="ReplacedBy">The dossier whose result holds instead; null when nothing takes its place.</param>
public sealed record ResultRevoked(string Reason, DossierCode? ReplacedBy, Stamp Stamp) : DossierEvent(Stamp);
