using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;

namespace PublicAdmin.Platform.Reference;

/// <summary>
/// HTML that travels inside the assembly, in Liquid: whatever is put into it is escaped unless the template itself says <c>raw</c>. A missing or broken
/// template stops whoever asks for it first.
/// </summary>
public sealed class HtmlTemplate
{
    // Vietnamese letters stay letters: every page says it is UTF-8.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly FluidParser Parser = new();

    // Only records of ours are ever given to a template, named there as in JSON.
    private static readonly TemplateOptions Options = new()
    {
        MemberAccessStrategy = new UnsafeMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.CamelCase },
    };

    private readonly IFluidTemplate _template;

    /// <param name="name">Such as <c>Notifications.Letters.page.html</c>.</param>
    public HtmlTemplate(string name) =>
        _template = Parser.TryParse(Resources.Text(name), out var template, out var error) ? template : throw new InvalidDataException($"{name}: {error}");

    public string Fill(object model) => _template.Render(new TemplateContext(model, Options), Encoder);
}
