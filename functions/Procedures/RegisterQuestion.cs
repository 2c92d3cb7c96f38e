using PublicAdmin.Dossiers;

namespace PublicAdmin.Procedures;

/// <summary>What a rule of a form asks a register: whether it holds such a record, never what it says.</summary>
/// <param name="Name">As the rule asks it.</param>
/// <param name="Component">What the register is asked for; no paper of the procedure.</param>
/// <param name="Subject">Personal number, or number of a certificate.</param>
public sealed record RegisterQuestion(string Name, Component Component, string Subject)
{
    /// <summary>Whether a component is such a question: its id names register and matter, which no paper's does.</summary>
    public static bool Is(Component component) => component.Id.Contains('.', StringComparison.Ordinal);
}

/// <summary>Lent by the room that reads forms: what the rules of a dossier's form ask registers, as its answers stand.</summary>
/// <param name="Ask">Whether a form asks any.</param>
/// <param name="Of">The questions whose subject is answered.</param>
public sealed record RegisterRules(Func<FormPin, bool> Ask, Func<Dossier, CancellationToken, Task<IReadOnlyList<RegisterQuestion>>> Of);
