using PublicAdmin.Identity;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>Who may read a dossier: its parties, the system that filed it, and staff of the offices that have had it in hand.</summary>
public static class DossierAccess
{
    private static readonly Role[] Readers = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor, Role.Auditor];

    public static bool MayRead(this Caller caller, Dossier dossier) => caller.Kind switch
    {
        CallerKind.Citizen => caller.IsParty(dossier),
        CallerKind.System => caller.Has(Role.System) && dossier.Filer == caller.Id,
        CallerKind.Staff => dossier.Offices.Any(office => Readers.Any(role => caller.Has(role, office))),
        _ => false,
    };

    /// <summary>What is left of an erased dossier: for the staff that could read it. Nobody can tell any more whose it was.</summary>
    public static bool MayRead(this Caller caller, ErasedDossier erased) =>
        caller.Kind is CallerKind.Staff && erased.Offices.Any(office => Readers.Any(role => caller.Has(role, office)));

    /// <summary>The applicant, or the person authorised to act for the applicant.</summary>
    public static bool IsParty(this Caller caller, Dossier dossier) =>
        caller.IsApplicant(dossier) || (caller.PartyNumber is { } number && number == dossier.Proxy?.PersonalNumber && !dossier.AuthorityDenied);

    /// <summary>The person the dossier is about, signed in with the own account.</summary>
    public static bool IsApplicant(this Caller caller, Dossier dossier) => caller.PartyNumber is { } number && number == dossier.Applicant.PersonalNumber;

    /// <summary>
    /// Whether a citizen may see what belongs to the applicant alone: the papers of the wallet, what registers answered, the result. Anybody can
    /// name somebody else as the applicant and oneself as the proxy, so a proxy waits until the authority is proven.
    /// </summary>
    public static bool MaySeeApplicantsOwn(this Caller caller, Dossier dossier) =>
        caller.Kind is not CallerKind.Citizen || caller.IsApplicant(dossier) || (caller.IsParty(dossier) && dossier.Authority is not null);

    /// <summary>The duty by which a caller may do something to a dossier; null when none allows it.</summary>
    public static Duty? DutyFor(this Caller caller, Act act, Dossier dossier)
    {
        var rule = ActRules.Of(act);
        var office = rule.Seat is Seat.Holding ? dossier.Holding : dossier.Places.Receipt;
        return caller.Kind switch
        {
            CallerKind.Citizen =>
                rule.Who.Contains(Role.Citizen) && caller.IsParty(dossier) && (act is not Act.AnswerAuthority || caller.IsApplicant(dossier))
                    ? new Duty(Role.Citizen, office) : null,
            CallerKind.System => rule.Who.Contains(Role.System) && caller.MayRead(dossier) ? new Duty(Role.System, office) : null,
            _ => caller.Duties.FirstOrDefault(duty => rule.Who.Contains(duty.Role) && (duty.Office == office || duty.Office == Duty.Everywhere)),
        };
    }
}
