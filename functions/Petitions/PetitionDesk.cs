using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Petitions;

/// <summary>Takes petitions in, gives each to the office that answers, and takes its answer.</summary>
public sealed class PetitionDesk(
    PetitionStore store, PetitionSecrets secrets, PetitionLetters letters, CalendarBook calendars, OfficeDirectory offices, DossierStore dossiers,
    TimeProvider clock)
{
    /// <param name="form">Checked.</param>
    /// <param name="dossier">The dossier it is about, opened by whoever may; null for none.</param>
    /// <param name="caller">Nobody, or a citizen.</param>
    /// <param name="key">Of the request: sent again, it is one petition; with another body it is refused.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Petition>> FileAsync(PetitionForm form, Dossier? dossier, Caller caller, string key, CancellationToken ct)
    {
        var (now, calendar) = (clock.Instant(), calendars.Current.Calendar);
        var today = WorkingTime.DayOf(now);
        var terms = PetitionTerms.On(today);
        var office = form.Kind is PetitionKind.Rule ? terms.RuleOffice : dossier?.Places.Competent ?? dossier?.Places.Receipt ?? form.Office!;
        if (offices.Find(office, today) is null)
        {
            return OfficeRefusals.Unknown.At("office", office);
        }

        var body = PetitionSecrets.BodyOf(form);
        var petition = await store.AddAsync(
            new Petition(
                secrets.IdOf(caller.Id, key, form), form.Kind, office, dossier?.Code, form.Procedure ?? dossier?.Procedure.Code, form.Text.Trim().Normalize(),
                form.Contact(), now, terms.RefuseBy(today, calendar), terms.AnswerBy(today, calendar), AskBy: terms.AskBy(today, calendar), Sent: body,
                Channel: caller.Kind is CallerKind.Nobody ? PetitionChannel.Open : PetitionChannel.Account),
            ct);
        if (petition.Sent is { } sent && sent != body)
        {
            return HttpRefusals.IdempotencyKeyReused;
        }

        await letters.FiledAsync(petition, ct); // Again after a crash: whoever was told is not told twice.
        return petition;
    }

    /// <summary>Null while nobody fits code and secret.</summary>
    public async Task<(Petition? Petition, string? Tag)> OpenAsync(string id, string secret, CancellationToken ct) =>
        secrets.Fits(id, secret) ? await store.FindAsync(id, ct) : (null, null);

    /// <summary>The office answers, or refuses, once; whoever acted on the dossier it is about may not. A petitioner who left an address is told.</summary>
    public async Task<Result<Petition>> AnswerAsync(string office, string id, PetitionAnswerForm form, Caller caller, CancellationToken ct)
    {
        var answered = await Contention.UntilWrittenAsync(() => AnswerOnceAsync(office, id, form, caller, ct), ct);
        if (answered.Try(out var petition, out _))
        {
            await letters.AnsweredAsync(petition, ct); // Again after a crash, as with the first.
        }

        return answered;
    }

    /// <summary>The petitioner says once whether the answer satisfied them.</summary>
    public Task<Result<Petition>> RateAsync(string id, PetitionRatingForm form, CancellationToken ct) =>
        Contention.UntilWrittenAsync(() => RateOnceAsync(id, form, ct), ct);

    private async Task<Result<Petition>> AnswerOnceAsync(string office, string id, PetitionAnswerForm form, Caller caller, CancellationToken ct)
    {
        if (await store.FindAsync(id, ct) is not ({ } petition, { } tag) || petition.Office != office)
        {
            return PetitionRefusals.Unknown.With(id);
        }

        if (petition.State is not PetitionState.Waiting)
        {
            return petition.Answer is { } there && there.By == caller.Id && there.Text == form.Text.Trim().Normalize()
                ? petition : PetitionRefusals.Answered.With(id);
        }

        if (petition.Dossier is { } code && await RefuseJudgingAsync(code, caller, ct) is { } refusal)
        {
            return refusal;
        }

        var closed = petition.With(
            form.Refused ? PetitionState.Refused : PetitionState.Answered, form.Text.Trim().Normalize(), form.Published.Trim().Normalize(), caller.Id,
            clock.Instant());
        await store.CloseAsync(closed, tag, ct);
        return closed;
    }

    private async Task<Result<Petition>> RateOnceAsync(string id, PetitionRatingForm form, CancellationToken ct)
    {
        if (await OpenAsync(id, form.Secret, ct) is not ({ } petition, { } tag))
        {
            return PetitionRefusals.NotFound;
        }

        if (petition.Satisfied is { } said)
        {
            return said == form.Satisfied ? petition : PetitionRefusals.RatedAlready;
        }

        if (petition.Answer is null)
        {
            return PetitionRefusals.NotAnswered.With(id);
        }

        var rated = petition with { Satisfied = form.Satisfied };
        await store.RateAsync(rated, tag, ct);
        return rated;
    }

    /// <summary>Whoever acted on a dossier judges nothing about it. Once it is erased nobody can tell who did: the province alone judges.</summary>
    /// <returns>Null for whoever may.</returns>
    public async Task<Refusal?> RefuseJudgingAsync(DossierCode code, Caller caller, CancellationToken ct)
    {
        if ((await dossiers.LookAsync(code, ct)).Erased is { } erased)
        {
            return caller.Id == erased.ErasedBy || caller.Id == erased.ProposedBy ? PetitionRefusals.ConcernsYou.With(code)
                : PetitionScope.IsOfProvince(caller) ? null : PetitionRefusals.ActorsUnknown.With(code);
        }

        return (await dossiers.EventsAsync(code, 0, ct)).Any(recorded => recorded.Event.Stamp.By == caller.Id) ? PetitionRefusals.ConcernsYou.With(code) : null;
    }
}
