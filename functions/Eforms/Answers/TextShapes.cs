using System.Text.RegularExpressions;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Answers;

/// <summary>What a text must look like by the type of its field. The schema and the pages hold the same patterns.</summary>
internal static partial class TextShapes
{
    public const string PersonalNumberPattern = "^[0-9]{12}$";
    public const string PhonePattern = @"^(\+84|0)[0-9]{9,10}$";
    public const string EmailPattern = @"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$";
    public const string TimePattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    public const string NationalityPattern = "^[A-Z]{2}$";

    private const int LongestText = 2_000;

    /// <returns>The refusal, or null when the text is good.</returns>
    public static RefusalCode? Broken(string text, CompiledField field) => field.Field.Type switch
    {
        FieldType.Name => NamedChecks.IsPersonName(text) ? null : AnswerRefusals.Name,
        FieldType.Date => DateSpan.Parse(text) is { } span && span.First == span.Last && text.Length == 10 ? null : AnswerRefusals.Date,
        FieldType.PartialDate => DateSpan.Parse(text) is not null ? null : AnswerRefusals.PartialDate,
        FieldType.Time => TimeOfDay().IsMatch(text) ? null : AnswerRefusals.Time,
        FieldType.Datetime => IsDatetime(text) ? null : AnswerRefusals.Datetime,
        FieldType.PersonalNumber => NamedChecks.IsPersonalNumber(text) ? null : AnswerRefusals.PersonalNumber,
        FieldType.Phone => Phone().IsMatch(text) ? null : AnswerRefusals.Phone,
        FieldType.Email => text.Length <= 200 && Email().IsMatch(text) ? null : AnswerRefusals.Email,
        FieldType.Nationality => text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? null : AnswerRefusals.Choice,
        FieldType.Commune => Lists.CodeLists.ProvinceOf(text) is not null ? null : AnswerRefusals.Choice,
        FieldType.Choice => field.Codes!.Contains(text) ? null : AnswerRefusals.Choice,
        FieldType.LongText => text.Split('\n').All(line => Fields.IsLine(line.TrimEnd('\r'))) ? Pattern(text, field) : AnswerRefusals.NotALine,
        _ => Fields.IsLine(text) ? Pattern(text, field) : AnswerRefusals.NotALine,
    };

    public static int LongestOf(FormField field) => field.MaxLength ?? field.Type switch
    {
        FieldType.LongText => LongestText,
        FieldType.Name => NamedChecks.LongestName,
        _ => 300,
    };

    private static bool IsDatetime(string text) =>
        text.Length == 16 && text[10] == 'T' && DateSpan.Parse(text[..10]) is not null && TimeOfDay().IsMatch(text[11..]);

    private static RefusalCode? Pattern(string text, CompiledField field) =>
        field.Pattern is null || (field.Pattern.IsMatch(text) && !text.EndsWith('\n')) ? null : AnswerRefusals.Pattern;

    [GeneratedRegex(@"^(\+84|0)[0-9]{9,10}\z")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z")]
    private static partial Regex Email();

    [GeneratedRegex(@"^([01][0-9]|2[0-3]):[0-5][0-9]\z")]
    private static partial Regex TimeOfDay();
}
