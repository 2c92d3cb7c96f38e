namespace PublicAdmin.Dossiers;

/// <summary>Something that touches the e-form a dossier keeps, and nothing else of it.</summary>
public abstract record FormEvent(Stamp Stamp) : DossierEvent(Stamp)
{
    internal abstract FormPin On(FormPin form);
}

/// <summary>Đối chiếu cơ sở dữ liệu: whether registers hold what rules of the form ask for, and no more; what follows is for the officer in charge.</summary>
public sealed record RegistersAsked(IReadOnlyList<RegisterAnswer> Answers, Stamp Stamp) : FormEvent(Stamp)
{
    internal override FormPin On(FormPin form) => form with { Asked = [.. (form.Asked ?? []).Concat(Answers).DistinctBy(answer => answer.Question)] };
}

/// <param name="Question">As the rule asks it, such as <c>civilStatus.death(deceasedPersonalNumber)</c>.</param>
public sealed record RegisterAnswer(string Question, bool Found);
