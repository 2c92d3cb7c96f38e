using System.Globalization;

namespace PublicAdmin.Platform;

/// <summary>Which family a refusal belongs to; the HTTP status follows from it.</summary>
public enum RefusalKind
{
    Invalid,
    Unauthenticated,
    Forbidden,
    NotFound,
    WrongMethod,
    TooSlow,
    Conflict,
    Gone,
    Changed,
    TooLarge,
    Unsupported,
    BeyondEnd,
    Unprocessable,
    TooMany,
    Unavailable,

    /// <summary>A fault of ours, told without its details.</summary>
    Fault,
}

/// <summary>
/// One reason the office may say no: a stable code for machines and a sentence in each language for people.
/// Each room lists its own as <c>public static readonly</c> fields of a <c>…Refusals</c> class, where the API description finds them.
/// </summary>
/// <param name="Vi">Vietnamese, with <c>{0}</c>-style places: what happened and what to do next.</param>
/// <param name="En">The same in English.</param>
public sealed record RefusalCode(RefusalKind Kind, string Code, string Vi, string En)
{
    /// <summary>What the staff is told in its place where there once was what is asked for; null for most.</summary>
    public RefusalCode? OnceThere { get; init; }

    public Refusal With(params object?[] arguments) => new(this, null, arguments);

    /// <param name="field">The JSON path of the field at fault, e.g. <c>applicant.name</c>.</param>
    /// <param name="arguments">What fills the places of the sentence.</param>
    public Refusal At(string field, params object?[] arguments) => new(this, field, arguments);

    public static implicit operator Refusal(RefusalCode code) => code.With();
}

/// <summary>Why the office says no, this time.</summary>
/// <param name="Arguments">What fills the places of the sentence; a <see cref="Text"/>, or a list of them, is said in the caller's language.</param>
/// <param name="Facts">What a program needs to go on, shown beside the sentence: e.g. what changed meanwhile.</param>
public sealed record Refusal(RefusalCode Reason, string? Field, IReadOnlyList<object?> Arguments, IReadOnlyDictionary<string, object?>? Facts = null)
{
    public string Code => Reason.Code;

    public RefusalKind Kind => Reason.Kind;

    public Refusal Knowing(string name, object? fact) =>
        this with { Facts = new Dictionary<string, object?>(Facts ?? new Dictionary<string, object?>()) { [name] = fact } };

    public string In(Language language) =>
        string.Format(
            CultureInfo.InvariantCulture, language is Language.Vi ? Reason.Vi : Reason.En, [.. Arguments.Select(argument => Say(argument, language))]);

    private static object? Say(object? argument, Language language) => argument switch
    {
        Text text => text.In(language),
        IEnumerable<Text> texts => string.Join(", ", texts.Select(text => text.In(language))),
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => argument,
    };
}
