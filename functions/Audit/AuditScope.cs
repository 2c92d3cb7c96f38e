using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Audit;

/// <summary>Whom the seals are for: they tell of every office at once.</summary>
internal static class AuditScope
{
    private static readonly Role[] Everywhere = [Role.Auditor, Role.Supervisor, Role.Administrator];
    private static readonly Role[] OfDossiers = [Role.Auditor, Role.Supervisor];

    /// <summary>Null for whoever holds one of the roles for the whole province.</summary>
    public static Refusal? Refuse(Caller caller) => Holds(caller, Everywhere) ? null : AuditRefusals.WholeProvince.With();

    /// <summary>Null for whoever may read every dossier of the province.</summary>
    public static Refusal? RefuseDossiers(Caller caller) => Holds(caller, OfDossiers) ? null : AuditRefusals.WholeProvince.With();

    private static bool Holds(Caller caller, Role[] roles) => caller.Duties.Any(duty => duty.Office == Duty.Everywhere && roles.Contains(duty.Role));
}
