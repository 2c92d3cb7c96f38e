namespace PublicAdmin.Tests.Support;

/// <summary>As <see cref="FactNeedingAttribute"/>, for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryNeedingAttribute : TheoryAttribute
{
    public TheoryNeedingAttribute(params string[] programs) => Skip = new FactNeedingAttribute(programs).Skip;
}
