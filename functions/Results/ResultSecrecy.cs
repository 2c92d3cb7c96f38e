using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Results;

/// <summary>Whoever asked gets the result from the desk that returns it, not before: nothing of it is shown to them until then.</summary>
internal static class ResultSecrecy
{
    public static Refusal? HidesResultFrom(this Dossier dossier, Caller caller) =>
        caller.Kind is CallerKind.Staff ? null
        : dossier.Phase is not Phase.Returned ? ResultRefusals.NotReturned.With(dossier.Code)
        : caller.MaySeeApplicantsOwn(dossier) ? null
        : DossierRefusals.AuthorityUnproven.With(dossier.Code);
}
