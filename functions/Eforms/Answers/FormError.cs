using System.Text;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Answers;

/// <summary>One thing wrong with a form.</summary>
/// <param name="Field">Path in the filing, e.g. <c>form.children[1].name</c>.</param>
/// <param name="Code">One of <see cref="AnswerRefusals"/>, or the form and rule that is broken: <c>khai-sinh.mother-older</c>.</param>
public sealed record FormError(string Field, string Code, Text Message)
{
    internal static FormError Of(Refusal refusal) => new(refusal.Field ?? "form", refusal.Code, new Text(refusal.In(Language.Vi), refusal.In(Language.En)));
}

/// <summary>What a form that may be sent should still tell: advice, a warning, a procedure that fits better.</summary>
/// <param name="Fields">Paths of the fields it is said beside.</param>
public sealed record FormNote(string Code, RuleLevel Level, IReadOnlyList<string> Fields, Text Message, string? Law = null);

/// <summary>What was found when answers were held against their form.</summary>
/// <param name="Errors">Everything that keeps it from being sent; empty when nothing does.</param>
/// <param name="Kept">
/// The answers as they are kept, UTF-8: what is hidden left out, names in one writing, computed fields reckoned; null with errors.
/// </param>
public sealed record FormVerdict(IReadOnlyList<FormError> Errors, IReadOnlyList<FormNote> Notes, ReadOnlyMemory<byte>? Kept)
{
    /// <summary>What is kept, as text.</summary>
    public string? Answers => Kept is { } kept ? Encoding.UTF8.GetString(kept.Span) : null;
}
