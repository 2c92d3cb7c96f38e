using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Statistics.Satisfaction;

/// <summary>A question of the rating.</summary>
/// <param name="InspectorateOnly">Its answers are seen by the province's inspectorate alone.</param>
public sealed record RatingQuestion(string Id, Text Text, int Min, int Max, bool InspectorateOnly = false);

/// <summary>The questions asked from a day on, as data: no national list was found for the time after Circular 01/2018.</summary>
public sealed record QuestionSet(string Code, DateOnly ValidFrom, string Source, IReadOnlyList<RatingQuestion> Questions, DateOnly? ValidTo = null) : IEffective
{
    private static readonly Timelines<QuestionSet> All = new(Resources.Json<QuestionSet[]>("Statistics.Satisfaction.rating-questions.json"));

    public static QuestionSet On(DateOnly day) => All.All(day)[^1];
}

/// <summary>How whoever rated showed that it is their dossier.</summary>
public enum RatingWay
{
    /// <summary>Signed in with their account.</summary>
    Account,

    /// <summary>With code and secret of the receipt.</summary>
    Receipt,
}

/// <summary>What a citizen thought of it: never shown to the handler, and never with a name.</summary>
/// <param name="Satisfied">Like or dislike, as the National Portal asks.</param>
/// <param name="Answers">By question.</param>
/// <param name="Text">Null when nothing was said; read by supervisors, not published.</param>
/// <param name="FirstAt">When it was given first: it may be changed once, within seven days.</param>
public sealed record Rating(
    DossierCode Code, string Office, bool Satisfied, IReadOnlyDictionary<string, int> Answers, string? Text, DateTimeOffset FirstAt, DateTimeOffset At,
    RatingWay Way = RatingWay.Account)
{
    /// <summary>Whether it says what a form says.</summary>
    public bool Says(RatingForm form) => Satisfied == form.Satisfied && Text == form.Text
        && Answers.Count == (form.Answers?.Count ?? 0) && Answers.All(answer => form.Answers!.TryGetValue(answer.Key, out var said) && said == answer.Value);
}

/// <param name="Satisfied">Like or dislike.</param>
/// <param name="Answers">By question of the set in force; none is a must.</param>
/// <param name="Text">At most 1,000 characters.</param>
public sealed record RatingForm(bool Satisfied, IReadOnlyDictionary<string, int>? Answers = null, string? Text = null)
{
    public Refusal? FirstBroken(DateOnly day)
    {
        var questions = QuestionSet.On(day).Questions.ToDictionary(question => question.Id);
        foreach (var (id, answer) in Answers ?? new Dictionary<string, int>())
        {
            if (!questions.TryGetValue(id, out var question) || answer < question.Min || answer > question.Max)
            {
                return RatingRefusals.AnswerUnknown.At($"answers.{id}", id);
            }
        }

        return Fields.Length("text", Text, 1_000);
    }
}
