using PublicAdmin.Forms.Results;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Templates;

/// <summary>Whether a content is the paper its procedure ends in.</summary>
internal static class FittingResult
{
    /// <summary>A <see cref="ResultFit"/>.</summary>
    public static Refusal? Objection(string field, ResultAsked asked, ResultContent? content) =>
        asked.Grants ? Granting(field, asked, content) : Denying(field, content);

    // A decision not to grant an allowance is a decision too.
    private static Refusal? Denying(string field, ResultContent? content) =>
        content is null or DecisionPaper ? null : ResultContentRefusals.NotForDenial.At($"{field}.kind");

    private static Refusal? Granting(string field, ResultAsked asked, ResultContent? content)
    {
        var templates = ResultTemplate.Of(asked.Procedure).ToList();
        if (templates is [var foreign, ..] && templates.All(template => template.Elsewhere))
        {
            return ResultContentRefusals.MadeElsewhere.At(field, foreign.Name.ToText());
        }

        return content switch
        {
            // A request on paper has no data to make the certificate from; the notice then says in words what was decided.
            null when !asked.FromForm => null,
            FormResult made => templates.Exists(template => template.Id == made.Template) ? null : NotThePaper(field, templates),
            null => NotThePaper(field, templates),
            _ => templates.Exists(template => template.ExistingClass == ResultContents.KindOf(content)) ? null : NotThePaper(field, templates),
        };
    }

    private static Refusal NotThePaper(string field, List<ResultTemplate> templates)
    {
        var names = templates.Where(template => !template.Elsewhere).Select(template => template.Name.ToText()).ToList();
        var all = new Text(string.Join(", ", names.Select(name => name.Vi)), string.Join(", ", names.Select(name => name.En)));
        return ResultContentRefusals.NotThePaper.At(field, all);
    }
}
