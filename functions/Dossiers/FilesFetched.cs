namespace PublicAdmin.Dossiers;

/// <summary>Đã tải tệp từ Cổng: every file a filing of the portal named is judged, and lies here or is refused.</summary>
/// <param name="Papers">Those that can be relied on.</param>
/// <param name="Refused">Those that cannot; the portal and the applicant are told.</param>
public sealed record FilesFetched(IReadOnlyList<Paper> Papers, IReadOnlyList<RefusedFile> Refused, Stamp Stamp) : DossierEvent(Stamp);

/// <param name="Component">Of the procedure.</param>
/// <param name="Name">As the portal calls the file.</param>
/// <param name="Reason">Stable code of what was wrong.</param>
/// <param name="Why">The same in words, for the applicant.</param>
public sealed record RefusedFile(string Component, string Name, string Reason, string Why);
