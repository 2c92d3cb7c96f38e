using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers;

/// <summary>What stands against an act, whatever is said with it: the decisions refuse it, and no reader is offered it.</summary>
public static class DossierObjections
{
    /// <param name="dossier">As it stands.</param>
    /// <param name="act">That somebody has the duty for.</param>
    /// <param name="by">Who would act.</param>
    /// <returns>Null when the act can be done.</returns>
    public static Refusal? Objection(this Dossier dossier, Act act, string by) => dossier.CaseRefusal(act) ?? dossier.PhaseRefusal(act) ?? act switch
    {
        Act.Accept when dossier.Places.Competent is null => DossierRefusals.CompetenceUnknown.With(dossier.Code),
        Act.Accept when dossier.Portal.FilesAwaited > 0 => DossierRefusals.FilesAwaited.With(dossier.Code, dossier.Portal.FilesAwaited),
        Act.Propose when dossier.Handler != by => DossierRefusals.NotYourDossier.With(dossier.Code),
        Act.Release when dossier.Handler != by && dossier.AssignedBy != by => DossierRefusals.NotYourDossier.With(dossier.Code),
        Act.Approve when dossier.Proposal?.By == by => DossierRefusals.FourEyes.With(dossier.Code),
        Act.CorrectAnswers when dossier.Form is null => CorrectionRefusals.NothingFilledIn.With(dossier.Code),
        Act.CorrectAnswers when dossier.Handler is { } handler && handler != by => DossierRefusals.NotYourDossier.With(dossier.Code),
        Act.AnswerAuthority when dossier.Proxy is null => DossierRefusals.NoProxy.With(dossier.Code),
        Act.RecordFee when dossier.Fees.Left is 0 => FeeRefusals.NothingOwed.With(dossier.Code),
        Act.CancelReceipt when !dossier.Fees.Receipts.Any(receipt => receipt is { Holds: true, Way: not null }) =>
            FeeRefusals.ReceiptUnknown.With("", dossier.Code),
        Act.Return when dossier.Fees is { State: PaymentState.Due, AfterReturn: false } => FeeRefusals.ReturnWaits.With(dossier.Code, dossier.Fees.LeftWords)
            .Knowing("left", dossier.Fees.Left),
        Act.CloseFees when dossier.Fees.IsClosed || dossier.Fees is { State: not PaymentState.Due, Paid: 0 } => FeeRefusals.NothingToClose.With(dossier.Code),
        Act.RevokeResult when dossier.Revocation is not null => DossierRefusals.AlreadyRevoked.With(dossier.Code),
        Act.Verify when dossier.Verification is not null => DossierRefusals.VerifiedAlready.With(dossier.Code),
        // Postings begun before they had a phase of their own: nothing is decided and no second cause begins under one.
        Act.RequestSupplement or Act.Suspend or Act.Verify or Act.BeginPosting or Act.Propose or Act.Approve
            or Act.Issue when dossier is { OpenPause.Kind: PauseKind.PublicPosting } =>
            DossierRefusals.ClockStands.With(dossier.Code),
        _ => null,
    };

    /// <summary>The refusal for an act that does not fit the phase, with both named in words.</summary>
    public static Refusal? PhaseRefusal(this Dossier dossier, Act act) => ActRules.Of(act) is var rule && rule.From.Contains(dossier.Phase)
        ? null
        : DossierRefusals.WrongPhase.With(dossier.Code, rule.Name, PhaseTexts.Of(dossier.Phase).Name).Knowing("phase", dossier.Phase).Knowing("act", act);

    /// <summary>Whether it was posted publicly before, or is now.</summary>
    public static bool WasPosted(this Dossier dossier) => dossier.Pauses.Any(pause => pause.Kind is PauseKind.PublicPosting);
}
