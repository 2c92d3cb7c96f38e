namespace PublicAdmin.Deadlines;

/// <summary>How far a term may be extended, in working days behind its end.</summary>
/// <param name="Lawful">As far as the procedure itself provides, such as two days for certification: within them the result is not late.</param>
/// <param name="Most">As far as an extension may go at all.</param>
public sealed record ExtensionRoom(int Lawful, int Most);
