namespace PublicAdmin.Procedures;

/// <summary>Which papers a dossier still lacks.</summary>
public static class Completeness
{
    /// <summary>
    /// Components always required, to be handed in by the citizen and not given. What is only shown at the desk leaves no paper, what a
    /// database holds is looked up, and an e-form stands for the paper form.
    /// </summary>
    public static IReadOnlyList<Component> Missing(ProcedureVersion procedure, bool hasForm, IReadOnlyCollection<string> given) =>
    [
        .. procedure.ToHandIn.Where(component =>
            component is { Required: true, When: null, Form: not ComponentForm.Shown }
            && !(hasForm && component.Form is ComponentForm.Form)
            && !given.Contains(component.Id)),
    ];
}
