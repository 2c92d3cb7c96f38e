namespace PublicAdmin.Identity;

/// <summary>Who may call an HTTP function. A function that does not say is closed to everybody, and a test finds it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowedToAttribute(params Role[] roles) : Attribute
{
    public AllowedToAttribute(RoleSet set)
        : this([.. RoleSets.Of(set)])
    {
    }

    public IReadOnlyList<Role> Roles { get; } = roles;
}
