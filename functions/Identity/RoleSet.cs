namespace PublicAdmin.Identity;

/// <summary>Roles that may do the same, by the reason they may (nhóm vai trò).</summary>
public enum RoleSet
{
    /// <summary>Staff who work with dossiers, the cashier too: what it is called, where it stands, whose it is.</summary>
    DossierStaff,

    /// <summary>Those, whoever filed it, and the system that files for a citizen.</summary>
    DossierReaders,

    /// <summary>
    /// Who reads papers and answers. Not the cashier: taking a fee needs no sight of them (Law 91/2025/QH15: no more than the purpose asks).
    /// </summary>
    PaperReaders,

    /// <summary>Who sees what dossiers are counted and urged. Not the cashier, whose books are of money.</summary>
    CountReaders,

    /// <summary>Who keeps the book of dossiers received, or watches over it.</summary>
    RegisterReaders,

    /// <summary>Who pays or takes a fee, or watches over it.</summary>
    FeeReaders,

    /// <summary>Who asks for money to be paid back, decides it, or watches over it.</summary>
    RefundReaders,

    /// <summary>Everybody in the staff directory.</summary>
    Staff,

    /// <summary>Staff who are written to. Not the auditor, who is given no task.</summary>
    StaffWithTasks,
}

/// <summary>What each set holds.</summary>
public static class RoleSets
{
    private static readonly Role[] Desk = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar];
    private static readonly Role[] Watch = [Role.Supervisor, Role.Auditor];

    public static IReadOnlyList<Role> Of(RoleSet set) => set switch
    {
        RoleSet.DossierStaff => [.. Desk, Role.Cashier, .. Watch],
        RoleSet.DossierReaders => [Role.Citizen, Role.System, .. Of(RoleSet.DossierStaff)],
        RoleSet.PaperReaders => [Role.Citizen, Role.System, .. Of(RoleSet.CountReaders)],
        RoleSet.CountReaders => [.. Desk, .. Watch],
        RoleSet.RegisterReaders => [Role.Clerk, Role.Registrar, .. Watch],
        RoleSet.FeeReaders => [Role.Citizen, Role.Clerk, Role.Cashier, .. Watch],
        RoleSet.RefundReaders => [Role.Cashier, Role.Leader, .. Watch],
        RoleSet.Staff => [.. Of(RoleSet.DossierStaff), Role.Administrator],
        RoleSet.StaffWithTasks => [.. Desk, Role.Cashier, Role.Supervisor, Role.Administrator],
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, null),
    };
}
