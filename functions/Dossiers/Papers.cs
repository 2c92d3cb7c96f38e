using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>Where a paper came from (component digitization, domain facts part 3).</summary>
public enum Lineage
{
    /// <summary>Given as bytes: scanned at the desk or by the citizen.</summary>
    Scanned,

    /// <summary>Reused from the citizen's wallet.</summary>
    Reused,

    /// <summary>Read from a national database; no bytes.</summary>
    FromDatabase,
}

/// <summary>Thành phần hồ sơ: one paper of a dossier, by reference. The bytes lie once, by owner and content.</summary>
/// <param name="Id">Unique in the dossier: <c>1</c>, <c>2</c>…</param>
/// <param name="Component">The component of the procedure it fulfils.</param>
/// <param name="Source">The upload, wallet item or database record it refers to.</param>
/// <param name="Sha256">Hex of the bytes; null for a database record.</param>
/// <param name="Consent">The owner's agreement to the reuse, or to the look-up.</param>
/// <param name="Record">What the database answered; null for other papers.</param>
public sealed record Paper(
    string Id, string Component, string Name, Lineage Lineage, string Source, string? Sha256 = null, long Bytes = 0, Consent? Consent = null,
    DatabaseRecord? Record = null);

/// <summary>Thông tin khai thác từ cơ sở dữ liệu: what stands in place of a paper, kept as evidence of the look-up.</summary>
/// <param name="Register">Which database.</param>
/// <param name="Source">The system that answered.</param>
/// <param name="Reference">The record's own number there.</param>
/// <param name="At">When it was read.</param>
public sealed record DatabaseRecord(string Register, string Source, string Reference, DateTimeOffset At, IReadOnlyList<RecordFact> Facts)
{
    /// <summary>That there is a record, and not what it says.</summary>
    public DatabaseRecord WithoutFacts() => this with { Reference = "", Facts = [] };
}

/// <summary>One fact of a record.</summary>
/// <param name="Path">What forms call it (<c>fullName</c>, <c>birthDate</c>), so that answers are held against it; null where nobody says.</param>
public sealed record RecordFact(Text Name, string Value, string? Path = null);

/// <summary>A required component that has no paper yet.</summary>
public sealed record MissingPaper(string Component, Text Name);
