namespace PublicAdmin.Dossiers;

/// <summary>About who has the dossier in hand.</summary>
public abstract record HandOverEvent(Stamp Stamp) : DossierEvent(Stamp);

/// <summary>Phân công.</summary>
public sealed record Assigned(string Handler, Stamp Stamp) : HandOverEvent(Stamp);

/// <summary>Nhận xử lý: an officer took it on, which also closes a hand-over.</summary>
public sealed record Taken(Stamp Stamp) : HandOverEvent(Stamp);

/// <summary>Trả về hàng chờ: whoever had taken it on, or was put in charge, gives it back to the agency's queue.</summary>
public sealed record Released(Stamp Stamp) : HandOverEvent(Stamp);

/// <summary>Chuyển hồ sơ to another agency: one line of the process control slip (form 06).</summary>
public sealed record Transferred(string From, string To, string Reason, Stamp Stamp) : HandOverEvent(Stamp);
