using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics;

/// <summary>Who may see what: totals anybody, the dossiers behind a number only staff of that office and the supervisors and auditors above it.</summary>
internal static class StatisticsScope
{
    private static readonly Role[] OfProvince = [Role.Supervisor, Role.Auditor, Role.Administrator];

    public static readonly Role[] OfOffice = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Supervisor, Role.Auditor];

    /// <summary>Null for whoever supervises, audits or administers the whole province.</summary>
    public static Refusal? RefuseProvince(Caller caller) =>
        caller.Duties.Any(duty => duty.Office == Duty.Everywhere && OfProvince.Contains(duty.Role)) ? null : StatisticsRefusals.WholeProvince.With();

    /// <summary>Null for whoever may see the dossiers of an office.</summary>
    public static Refusal? RefuseOffice(Caller caller, string office) =>
        OfOffice.Any(role => caller.Has(role, office)) ? null : StatisticsRefusals.DossiersNotYours.With(office);
}
