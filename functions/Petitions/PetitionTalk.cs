using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Petitions;

/// <summary>What is not clear is asked once, by whoever may answer; the petitioner says it with the code and the secret, and needs no name for it.</summary>
public sealed class PetitionTalk(PetitionStore store, PetitionDesk desk, PetitionLetters letters, TimeProvider clock)
{
    /// <summary>Asks the petitioner, who is told where an address was left; the same question again is one question.</summary>
    public async Task<Result<Petition>> AskAsync(string office, string id, string text, Caller caller, CancellationToken ct)
    {
        var asked = await Contention.UntilWrittenAsync(() => AskOnceAsync(office, id, text, caller, ct), ct);
        if (asked.Try(out var petition, out _))
        {
            await letters.AskedAsync(petition, ct);
        }

        return asked;
    }

    /// <summary>Takes what the petitioner says to the question, once, and tells the office.</summary>
    public async Task<Result<Petition>> ReplyAsync(string id, PetitionReplyForm form, CancellationToken ct)
    {
        var replied = await Contention.UntilWrittenAsync(() => ReplyOnceAsync(id, form, ct), ct);
        if (replied.Try(out var petition, out _))
        {
            await letters.RepliedAsync(petition, ct);
        }

        return replied;
    }

    private async Task<Result<Petition>> AskOnceAsync(string office, string id, string text, Caller caller, CancellationToken ct)
    {
        if (await store.FindAsync(id, ct) is not ({ } petition, { } tag) || petition.Office != office)
        {
            return PetitionRefusals.Unknown.With(id);
        }

        if (petition.Question is { } there)
        {
            return there.By == caller.Id && there.Text == text ? petition : PetitionRefusals.Asked.With(id);
        }

        if (await RefuseAskingAsync(petition, caller, ct) is { } refusal)
        {
            return refusal;
        }

        var asked = petition with { Question = new(text, caller.Id, clock.Instant()) };
        await store.ChangeAsync(asked, tag, ct);
        return asked;
    }

    private async Task<Refusal?> RefuseAskingAsync(Petition petition, Caller caller, CancellationToken ct) =>
        petition.State is not PetitionState.Waiting ? PetitionRefusals.Answered.With(petition.Id)
        : (petition.AskBy ?? petition.RefuseBy) is var last && clock.Today() > last ? PetitionRefusals.AskedTooLate.With(last)
        : petition.Dossier is { } code ? await desk.RefuseJudgingAsync(code, caller, ct) : null;

    private async Task<Result<Petition>> ReplyOnceAsync(string id, PetitionReplyForm form, CancellationToken ct)
    {
        if (await desk.OpenAsync(id, form.Secret, ct) is not ({ } petition, { } tag))
        {
            return PetitionRefusals.NotFound;
        }

        if (petition.Question is not { } question)
        {
            return PetitionRefusals.NothingAsked.With(id);
        }

        var text = form.Text.Trim().Normalize();
        if (question.Reply is { } said)
        {
            return said == text ? petition : PetitionRefusals.Replied.With(id);
        }

        if (petition.State is not PetitionState.Waiting)
        {
            return PetitionRefusals.Answered.With(id);
        }

        var replied = petition with { Question = question with { Reply = text, RepliedAt = clock.Instant() } };
        await store.ChangeAsync(replied, tag, ct);
        return replied;
    }
}
