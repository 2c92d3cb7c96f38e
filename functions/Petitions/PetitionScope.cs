using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Petitions;

/// <summary>Who sees petitions: those who answer for the office, and those above it; never whoever merely handles dossiers.</summary>
internal static class PetitionScope
{
    /// <summary>Null for whoever may see the petitions of an office.</summary>
    public static Refusal? RefuseSeeing(Caller caller, string office) =>
        MayAnswer(caller, office) || caller.Has(Role.Auditor, office) ? null : PetitionRefusals.NotYours.With(office);

    /// <summary>Null for whoever may answer them.</summary>
    public static Refusal? RefuseAnswering(Caller caller, string office) => MayAnswer(caller, office) ? null : PetitionRefusals.NotYours.With(office);

    /// <summary>Who wrote it is for the province alone.</summary>
    public static bool SeesContact(Caller caller) => caller.Duties.Any(duty => duty is { Office: Duty.Everywhere, Role: Role.Supervisor or Role.Auditor });

    /// <summary>The tier above every office, which handles no dossier.</summary>
    public static bool IsOfProvince(Caller caller) => caller.Duties.Any(duty => duty is { Office: Duty.Everywhere, Role: Role.Supervisor });

    private static bool MayAnswer(Caller caller, string office) => caller.Has(Role.Leader, office) || caller.Has(Role.Supervisor, office);
}
