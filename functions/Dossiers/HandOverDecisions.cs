using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What may follow where it is about who has a dossier in hand.</summary>
public static class HandOverDecisions
{
    public static Result<DossierEvent> Assign(this Dossier dossier, string handler, Stamp stamp) =>
        dossier.When(Act.Assign, stamp, () => new Assigned(handler, stamp));

    public static Result<DossierEvent> Take(this Dossier dossier, Stamp stamp) =>
        dossier.When(Act.Take, stamp, () => new Taken(stamp));

    /// <summary>Whoever took it on, or gave it to somebody, puts it back into the queue: the clock runs on, and nothing else has happened.</summary>
    public static Result<DossierEvent> Release(this Dossier dossier, Stamp stamp) =>
        dossier.When(Act.Release, stamp, () => new Released(stamp));

    public static Result<DossierEvent> Transfer(this Dossier dossier, string office, string reason, Stamp stamp) =>
        office == dossier.Holding
            ? DossierRefusals.SameOffice.With(dossier.Code)
            : dossier.When(Act.Transfer, stamp, () => new Transferred(dossier.Holding, office, reason, stamp));
}
