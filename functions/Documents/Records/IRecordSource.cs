using PublicAdmin.Dossiers;
using PublicAdmin.Procedures;

namespace PublicAdmin.Documents.Records;

/// <summary>One look-up: for which matter and purpose, of whom, what, and what shows that the person agrees.</summary>
/// <param name="Matter">The dossier's code; <c>prefill-…</c> where a citizen fills in a form and there is no dossier yet.</param>
/// <param name="Subject">Personal number, or enterprise code, of the applicant.</param>
public sealed record RecordQuery(string Matter, string Procedure, Component Component, string Subject, Consent Consent)
{
    public Database Database => Component.Database!.Value;
}

/// <summary>A register answered that it has such a record.</summary>
/// <param name="Source">The system that answered.</param>
/// <param name="Reference">The record's own number there.</param>
public sealed record FoundRecord(string Source, string Reference, IReadOnlyList<RecordFact> Facts);

/// <summary>National and special databases, for what need not be asked of the citizen (Resolution 66.7/2025/NQ-CP).</summary>
public interface IRecordSource
{
    /// <returns>Null when the database answered that it holds no such record.</returns>
    /// <exception cref="HttpRequestException">Out of reach; ask again later.</exception>
    /// <exception cref="RecordRefusedException">The database refuses the look-up for good.</exception>
    Task<FoundRecord?> FindAsync(RecordQuery query, CancellationToken ct);
}

/// <summary>A database refuses a look-up: the office is not entitled to it, or the question is not understood.</summary>
public sealed class RecordRefusedException : Exception
{
    public RecordRefusedException()
    {
    }

    public RecordRefusedException(string message)
        : base(message)
    {
    }

    public RecordRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
