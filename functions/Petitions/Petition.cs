using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Petitions;

/// <summary>What a petition is about.</summary>
public enum PetitionKind
{
    /// <summary>Phản ánh về hành vi: how an office or an official acted.</summary>
    Behaviour,

    /// <summary>Kiến nghị về quy định: what a rule asks for.</summary>
    Rule,
}

/// <summary>How a petition came in.</summary>
public enum PetitionChannel
{
    /// <summary>Không đăng nhập: by whoever it was.</summary>
    Open,

    /// <summary>Tài khoản định danh: by a citizen who was signed in.</summary>
    Account,
}

/// <summary>How a petition stands.</summary>
public enum PetitionState
{
    /// <summary>Chờ trả lời.</summary>
    Waiting,

    /// <summary>Đã trả lời.</summary>
    Answered,

    /// <summary>Không tiếp nhận: no petition in the sense of the law, with the reason.</summary>
    Refused,
}

/// <summary>Who is waited for.</summary>
public enum PetitionTier
{
    /// <summary>The office it was given to.</summary>
    Office,

    /// <summary>Nobody answered in time: the tier above (Văn phòng UBND tỉnh).</summary>
    Province,

    /// <summary>Nobody.</summary>
    Done,
}

/// <summary>What the petitioner left so that somebody can reach them; nothing of it is a must.</summary>
public sealed record PetitionContact(string? Name, string? Phone, string? Email);

/// <summary>What the office answered.</summary>
/// <param name="Text">To the petitioner.</param>
/// <param name="Published">What everybody may read: no names.</param>
/// <param name="By">Directory id.</param>
/// <param name="Late">After the last day.</param>
public sealed record PetitionAnswer(string Text, string Published, string By, DateTimeOffset At, bool Late);

/// <summary>What the office asked the petitioner, once, and what they said to it.</summary>
/// <param name="By">Directory id.</param>
public sealed record PetitionQuestion(string Text, string By, DateTimeOffset At, string? Reply = null, DateTimeOffset? RepliedAt = null)
{
    /// <summary>It with its times as they are told, where the offices are.</summary>
    internal PetitionQuestion Shown() => this with { At = At.Here(), RepliedAt = RepliedAt?.Here() };
}

/// <summary>Phản ánh, kiến nghị: a citizen says that something was done wrong, or that a rule is.</summary>
/// <param name="Id">Shown to the petitioner, with a secret that is stored nowhere.</param>
/// <param name="Office">The office that answers.</param>
/// <param name="Dossier">The dossier it is about; null for none.</param>
/// <param name="Procedure">The procedure it is about; null for none.</param>
/// <param name="RefuseBy">The last day to refuse it.</param>
/// <param name="AnswerBy">The last day to answer it.</param>
/// <param name="Satisfied">What the petitioner thought of the answer; null while nothing was said.</param>
/// <param name="AskBy">The last day to ask the petitioner what is not clear; null for what was sent before there was one.</param>
/// <param name="Question">What they were asked: the term runs on, so that asking gains no time; null for nothing.</param>
/// <param name="Sent">What tells two requests of one key apart; null for what was sent before it was kept.</param>
/// <param name="Channel">How it came; null for what came before this was kept.</param>
public sealed record Petition(
    string Id, PetitionKind Kind, string Office, DossierCode? Dossier, string? Procedure, string Text, PetitionContact? Contact, DateTimeOffset At,
    DateOnly RefuseBy, DateOnly AnswerBy, PetitionState State = PetitionState.Waiting, PetitionAnswer? Answer = null, bool? Satisfied = null,
    DateOnly? AskBy = null, PetitionQuestion? Question = null, string? Sent = null, PetitionChannel? Channel = null)
{
    public PetitionTier TierOn(DateOnly day) =>
        State is not PetitionState.Waiting ? PetitionTier.Done : day > AnswerBy ? PetitionTier.Province : PetitionTier.Office;

    /// <summary>It as it is once the office has said its word.</summary>
    public Petition With(PetitionState state, string text, string published, string by, DateTimeOffset at) => this with
    {
        State = state,
        Answer = new(text, published, by, at, WorkingTime.DayOf(at) > (state is PetitionState.Refused ? RefuseBy : AnswerBy)),
    };
}
